import { useState } from 'react';
import { customerWords } from '../../../engine/nodes/customerWords.ts';
import { useCopy } from '../../copy/useCopy.ts';
import styles from '../../inspector/Inspector.module.css';
import { InspectorField } from '../../inspector/InspectorField.tsx';
import { StatusPicker } from '../../inspector/StatusPicker.tsx';
import { TemplateField } from '../../inspector/TemplateField.tsx';
import { VariablePicker } from '../../inspector/VariablePicker.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import type { InspectorProps } from '../face.ts';
import { useBotFacts } from '../useBotFacts.ts';

const LONGEST = 300;
const LONGEST_OUTCOME = 30;
const OUTCOMES = ['none', 'solved', 'unsolved', 'own'] as const;
type Outcome = (typeof OUTCOMES)[number];

const orNone = (text: string): string | undefined => (text === '' ? undefined : text);

export function EndInspector({ data, update }: InspectorProps<'end'>) {
  const t = useCopy('inspector');
  const system = useCopy('system');
  const { language } = useBotFacts();
  return (
    <div className={styles.fields}>
      <TemplateField
        field="text"
        label={t('end.text')}
        value={data.text ?? ''}
        limit={LONGEST}
        onChange={(text) => update({ text: orNone(text) }, 'text')}
      />
      <OutcomeFields data={data} update={update} />
      <InspectorField field="status" label={t('end.status')}>
        <StatusPicker
          value={data.status}
          role="closed"
          placeholder={t('end.keepStatus')}
          onChange={(status) => update({ status })}
          onClear={() => update({ status: undefined })}
        />
      </InspectorField>
      <Switch
        label={system('end.rating')}
        hint={system('end.ratingHint')}
        checked={data.rating === true}
        onChange={(on) => update({ rating: on || undefined })}
      />
      {data.rating === true && (
        <>
          <TemplateField
            field="ratingText"
            label={system('end.ratingText')}
            value={data.ratingText ?? ''}
            placeholder={customerWords(language).rate}
            limit={LONGEST}
            onChange={(ratingText) => update({ ratingText: orNone(ratingText) }, 'ratingText')}
          />
          <InspectorField field="ratingTo" label={system('end.ratingTo')}>
            <VariablePicker value={data.ratingTo} type="number" onChange={(ratingTo) => update({ ratingTo })} />
          </InspectorField>
        </>
      )}
      <p className={styles.note}>{t('end.after')}</p>
    </div>
  );
}

type Part = Pick<InspectorProps<'end'>, 'data' | 'update'>;

/** One of two that every report knows, or a word of the author's own. */
function OutcomeFields({ data, update }: Part) {
  const t = useCopy('system');
  const given = data.outcome ?? '';
  const named: Outcome = given === '' ? 'none' : given === 'solved' || given === 'unsolved' ? given : 'own';
  // «Own» is chosen before its word is written.
  const [own, setOwn] = useState(named === 'own');
  const chosen = own ? 'own' : named;

  function choose(outcome: Outcome): void {
    setOwn(outcome === 'own');
    update({ outcome: outcome === 'solved' || outcome === 'unsolved' ? outcome : undefined });
  }

  return (
    <div className={styles.group}>
      <InspectorField field="outcome" label={t('end.outcome')} hint={t('end.outcomeHint')}>
        <Segmented
          value={chosen}
          options={OUTCOMES.map((value) => ({ value, label: t(`end.outcomes.${value}`) }))}
          onChange={choose}
        />
      </InspectorField>
      {chosen === 'own' && (
        <TextInput
          aria-label={t('end.own')}
          value={named === 'own' ? given : ''}
          maxLength={LONGEST_OUTCOME}
          placeholder={t('end.ownPlaceholder')}
          onChange={(outcome) => update({ outcome: orNone(outcome) }, 'outcome')}
        />
      )}
    </div>
  );
}
