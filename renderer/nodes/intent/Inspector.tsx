import { useCopy } from '../../copy/useCopy.ts';
import { CheckList } from '../../inspector/CheckList.tsx';
import styles from '../../inspector/Inspector.module.css';
import { InspectorField } from '../../inspector/InspectorField.tsx';
import { More } from '../../inspector/More.tsx';
import { TopicLink } from '../../inspector/TopicLink.tsx';
import links from '../../inspector/TopicLink.module.css';
import { TemplateField } from '../../inspector/TemplateField.tsx';
import { goPhrases } from '../../phrases/goPhrases.ts';
import { Button } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { OwnTexts } from '../OwnTexts.tsx';
import type { InspectorProps } from '../face.ts';
import { useBotFacts } from '../useBotFacts.ts';
import { Extract } from './Extract.tsx';

const LONGEST = 900;

export function IntentInspector({ data, update }: InspectorProps<'intent'>) {
  const t = useCopy('inspector');
  const { intents } = useBotFacts();
  const all = data.intents === 'all';
  const chosen = data.intents === 'all' ? intents.map((intent) => intent.id) : (data.intents ?? []);
  return (
    <div className={styles.fields}>
      <TemplateField
        field="text"
        label={t('intent.text')}
        hint={t('intent.textHint')}
        value={data.text ?? ''}
        limit={LONGEST}
        onChange={(text) => update({ text: text === '' ? undefined : text }, 'text')}
      />
      {(data.text ?? '') !== '' && (
        <OwnTexts field="texts" value={data.texts} limit={LONGEST} onChange={(texts, key) => update({ texts }, key)} />
      )}
      <div className={styles.group} data-field="intents">
        <Switch
          label={t('intent.all', { count: intents.length })}
          checked={all}
          onChange={(on) => update({ intents: on ? 'all' : intents.map((intent) => intent.id) })}
        />
        {intents.length === 0 && (
          <>
            <p className={styles.note}>{t('intent.none')}</p>
            <Button size="dense" onClick={() => goPhrases()}>
              {t('intent.toPhrases')}
            </Button>
          </>
        )}
        {all && (
          <ul className={links.list}>
            {intents.map((intent) => (
              <li key={intent.id}>
                <TopicLink topic={intent} named />
              </li>
            ))}
          </ul>
        )}
        {intents.length > 0 && !all && (
          <CheckList
            label={t('intent.topics')}
            items={intents.map((intent) => ({
              value: intent.id,
              label: intent.name,
              aside: <TopicLink topic={intent} />,
            }))}
            value={chosen}
            onChange={(next) => update({ intents: next })}
          />
        )}
      </div>
      <InspectorField field="ambiguous" label={t('intent.ambiguous')}>
        <Segmented
          value={data.ambiguous ?? 'ask'}
          options={[
            { value: 'ask', label: t('intent.ask') },
            { value: 'best', label: t('intent.best') },
          ]}
          onChange={(ambiguous) => update({ ambiguous })}
        />
      </InspectorField>
      <InspectorField field="caution" label={t('intent.caution')} hint={t(`cautionHint.${data.caution ?? 'normal'}`)}>
        <Segmented
          value={data.caution ?? 'normal'}
          options={(['careful', 'normal', 'bold'] as const).map((value) => ({ value, label: t(`caution.${value}`) }))}
          onChange={(caution) => update({ caution: caution === 'normal' ? undefined : caution })}
        />
      </InspectorField>
      <More changed={(data.extract ?? []).length > 0}>
        <Extract
          value={data.extract ?? []}
          onChange={(extract) => update({ extract: extract.length === 0 ? undefined : [...extract] })}
        />
      </More>
    </div>
  );
}
