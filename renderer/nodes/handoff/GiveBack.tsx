import type { Settings } from '../../../engine/model/definitions.ts';
import { useCopy } from '../../copy/useCopy.ts';
import styles from '../../inspector/Inspector.module.css';
import { MinutesField } from '../../inspector/MinutesField.tsx';
import { changeBot } from '../../inspector/settings/changeBot.ts';
import { Field } from '../../ui/Field.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useBotFacts } from '../useBotFacts.ts';

/** How the bot gets the lead back: settings of the whole bot, shown where people look for them. */
export function GiveBack() {
  const t = useCopy('crm');
  const { settings, language } = useBotFacts();
  const word = settings.resumeWord ?? '';

  function write(patch: { readonly [K in keyof Settings]?: Settings[K] | undefined }, mergeKey?: string): void {
    const entries = Object.entries({ ...settings, ...patch }).filter(([, value]) => value !== undefined);
    changeBot({ settings: Object.fromEntries(entries) }, mergeKey);
  }

  return (
    <div className={styles.group}>
      <p className={styles.subhead}>{t('handoff.giveBack')}</p>
      <p className={styles.note}>{t('handoff.byStatus')}</p>
      <Switch
        label={t('handoff.byWord')}
        hint={t('handoff.byWordHint')}
        checked={word !== ''}
        onChange={(on) => write({ resumeWord: on ? (language === 'ru' ? 'бот' : 'bot') : '' })}
      />
      {word !== '' && (
        <div className={styles.indent}>
          <Field label={t('handoff.word')}>
            <TextInput value={word} onChange={(resumeWord) => write({ resumeWord }, 'resumeWord')} />
          </Field>
        </div>
      )}
      <MinutesField
        field="operatorSilenceMinutes"
        label={t('handoff.silence')}
        hint={t('handoff.silenceHint')}
        first={60}
        value={settings.operatorSilenceMinutes === 0 ? undefined : settings.operatorSilenceMinutes}
        onChange={(operatorSilenceMinutes) => write({ operatorSilenceMinutes }, 'silence')}
      />
      <p className={styles.note}>{t('handoff.forBot')}</p>
    </div>
  );
}
