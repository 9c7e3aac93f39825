import { customerWords } from '../../../engine/nodes/customerWords.ts';
import type { Settings } from '../../../engine/model/definitions.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { useBotFacts } from '../../nodes/useBotFacts.ts';
import { Field } from '../../ui/Field.tsx';
import { NumberInput } from '../../ui/NumberInput.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Select } from '../../ui/Select.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { WordChips } from '../../ui/WordChips.tsx';
import inspector from '../Inspector.module.css';
import { MinutesField } from '../MinutesField.tsx';
import { StatusPicker } from '../StatusPicker.tsx';
import { changeBot } from './changeBot.ts';
import { LinesArea } from './LinesArea.tsx';

const RESTARTS = [0, 1, 24, 72, 168] as const;
const CAUTIONS = ['careful', 'normal', 'bold'] as const;

/** How the bot behaves wherever no block says otherwise. */
export function BehaviourSettings() {
  const t = useCopy('inspector');
  const { settings, language } = useBotFacts();
  const words = customerWords(language);

  function write(patch: { readonly [K in keyof Settings]?: Settings[K] | undefined }, mergeKey?: string): void {
    const next = Object.fromEntries(
      Object.entries({ ...settings, ...patch }).filter(([, value]) => value !== undefined),
    );
    changeBot({ settings: next }, mergeKey);
  }

  return (
    <>
      <div className={inspector.pair}>
        <Field label={t('behaviour.attempts')}>
          <NumberInput
            min={1}
            max={10}
            value={settings.attempts}
            placeholder="3"
            onChange={(attempts) => write({ attempts }, 'attempts')}
          />
        </Field>
        <Field label={t('behaviour.burst')}>
          <NumberInput
            min={0}
            max={30}
            step={0.5}
            unit={t('behaviour.seconds')}
            value={settings.burstSeconds}
            placeholder="2"
            onChange={(burstSeconds) => write({ burstSeconds }, 'burst')}
          />
        </Field>
      </div>
      <p className={inspector.note}>{t('behaviour.burstHint')}</p>
      <Field label={t('behaviour.restart')} hint={t('behaviour.restartHint')}>
        <Select
          value={String(settings.restartAfterHours ?? 24)}
          options={restartHours(settings.restartAfterHours).map((hours) => ({
            value: String(hours),
            label:
              hours === 0
                ? t('behaviour.never')
                : hours % 24 === 0
                  ? t('daysOf', { count: hours / 24 })
                  : t('hoursOf', { count: hours }),
          }))}
          onChange={(hours) => write({ restartAfterHours: Number(hours) })}
        />
      </Field>
      <Field label={t('behaviour.caution')} hint={t(`cautionHint.${settings.caution ?? 'normal'}`)}>
        <Segmented
          value={settings.caution ?? 'normal'}
          options={CAUTIONS.map((value) => ({ value, label: t(`caution.${value}`) }))}
          onChange={(caution) => write({ caution })}
        />
      </Field>
      <Switch
        label={t('behaviour.takeOver')}
        hint={t('behaviour.takeOverHint')}
        checked={settings.takeOverWhenManagerWrites !== false}
        onChange={(on) => write({ takeOverWhenManagerWrites: on })}
      />
      <Field label={t('behaviour.resumeWord')} hint={t('behaviour.resumeWordHint')}>
        <TextInput
          value={settings.resumeWord ?? ''}
          placeholder={t('behaviour.noWord')}
          onChange={(resumeWord) => write({ resumeWord }, 'resumeWord')}
        />
      </Field>
      <Field label={t('behaviour.resumeStatus')}>
        <StatusPicker
          role="bot"
          value={settings.resumeStatus}
          placeholder={t('behaviour.keepStatus')}
          onChange={(resumeStatus) => write({ resumeStatus })}
          onClear={() => write({ resumeStatus: undefined })}
        />
      </Field>
      <MinutesField
        field="operatorSilenceMinutes"
        label={t('behaviour.silence')}
        hint={t('behaviour.silenceHint')}
        first={60}
        value={settings.operatorSilenceMinutes === 0 ? undefined : settings.operatorSilenceMinutes}
        onChange={(operatorSilenceMinutes) => write({ operatorSilenceMinutes }, 'silence')}
      />
      <MinutesField
        field="answerWithinMinutes"
        label={t('behaviour.late')}
        hint={t('behaviour.lateHint')}
        first={720}
        value={settings.answerWithinMinutes}
        onChange={(answerWithinMinutes) => write({ answerWithinMinutes }, 'late')}
      />
      <Field label={t('behaviour.autoReplies')} hint={t('behaviour.autoRepliesHint')}>
        <LinesArea
          value={settings.autoReplies ?? []}
          placeholder={t('behaviour.autoRepliesExample')}
          onChange={(lines) => write({ autoReplies: lines.length === 0 ? undefined : lines }, 'autoReplies')}
        />
      </Field>
      <Field label={t('behaviour.operatorWords')} hint={t('behaviour.operatorWordsHint')}>
        <WordChips
          value={settings.operatorWords ?? words.operatorWords}
          onChange={(operatorWords) => write({ operatorWords }, 'operatorWords')}
        />
      </Field>
      <Field label={t('behaviour.stopWords')} hint={t('behaviour.stopWordsHint')}>
        <WordChips
          value={settings.stopWords ?? words.stopWords}
          onChange={(stopWords) => write({ stopWords }, 'stopWords')}
        />
      </Field>
    </>
  );
}

/** The usual spans, and the one that is set if it is another. */
function restartHours(present: number | undefined): readonly number[] {
  return [...new Set([...RESTARTS, ...(present === undefined ? [] : [present])])].toSorted((a, b) => a - b);
}
