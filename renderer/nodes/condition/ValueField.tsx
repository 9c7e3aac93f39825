import { itemsOf, truthOf } from '../../../engine/expression/holds.ts';
import type { Operator } from '../../../engine/expression/operators.ts';
import { WEEKDAYS } from '../../../engine/model/definitions.ts';
import { statusOf, weekdays } from '../../../engine/nodes/condition/meaning.ts';
import type { Row } from '../../../engine/nodes/condition/schema.ts';
import type { SubjectType } from '../../../engine/nodes/condition/subject.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { CheckList } from '../../inspector/CheckList.tsx';
import { StatusChecks } from '../../inspector/StatusChecks.tsx';
import { StatusPicker } from '../../inspector/StatusPicker.tsx';
import { TemplateField } from '../../inspector/TemplateField.tsx';
import { Field } from '../../ui/Field.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Select } from '../../ui/Select.tsx';
import { useBotFacts } from '../useBotFacts.ts';

interface ValueFieldProps {
  readonly type: SubjectType;
  readonly operator: Operator;
  readonly value: Row['right'];
  /** `typed`: a letter more, part of one edit. */
  readonly onChange: (value: Row['right'], typed: boolean) => void;
}

/** What is compared with, in the way its type is chosen or typed. */
export function ValueField({ type, operator, value, onChange }: ValueFieldProps) {
  const t = useCopy('logic');
  const facts = useBotFacts();
  const given = typeof value === 'object' ? [...value] : (value ?? '');
  const text = Array.isArray(given) ? given.join(', ') : String(given);
  const several = operator === 'in' || operator === 'notIn';
  // A template can be anything: it is shown as it is written.
  const isOpen = text.includes('{{');

  if (type === 'status' && !isOpen) {
    const ids = itemsOf(given).map((item) => statusOf(facts, item)?.id ?? item);
    return several ? (
      <StatusChecks label={t('condition.value')} value={ids} onChange={(next) => onChange(next, false)} />
    ) : (
      <Field hideLabel label={t('condition.value')}>
        <StatusPicker value={ids[0]} role="none" onChange={(next) => onChange(next, false)} />
      </Field>
    );
  }
  if (type === 'weekday' && !isOpen) {
    const days = itemsOf(given).flatMap((item) => weekdays(item) ?? []);
    const items = WEEKDAYS.map((day) => ({ value: day, label: t(`condition.day.${day}`) }));
    return several || days.length > 1 ? (
      <CheckList label={t('condition.value')} items={items} value={days} onChange={(next) => onChange(next, false)} />
    ) : (
      <Select label={t('condition.value')} value={days[0]} options={items} onChange={(day) => onChange(day, false)} />
    );
  }
  if (type === 'boolean' && !isOpen) {
    const truth = Array.isArray(given) ? null : truthOf(given);
    return (
      <Segmented<string>
        label={t('condition.value')}
        value={truth === null ? '' : truth ? 'yes' : 'no'}
        options={(['yes', 'no'] as const).map((each) => ({ value: each, label: t(`condition.${each}`) }))}
        onChange={(each) => onChange(each === 'yes', false)}
      />
    );
  }
  const hint = several ? 'list' : type === 'number' || type === 'date' || type === 'time' ? type : 'text';
  return (
    <TemplateField
      field="right"
      hideLabel
      rows={1}
      label={t('condition.value')}
      value={text}
      placeholder={t(`condition.hint.${hint}`)}
      onChange={(next) => onChange(next, true)}
    />
  );
}
