import { useCopy } from '../../copy/useCopy.ts';
import { Combobox, type ComboOption } from '../../inspector/Combobox.tsx';
import { useBotFacts } from '../useBotFacts.ts';

const LEAD = [
  'lead.status',
  'lead.tags',
  'channel',
  'message.text',
  'customer.name',
  'customer.phone',
  'customer.email',
  'lead.id',
] as const;
const TIME = ['hours.open', 'weekday', 'time', 'date'] as const;

interface SubjectPickerProps {
  readonly value: string;
  readonly onChange: (variable: string) => void;
}

/** What a row asks about: the bot's variables, the lead, the clock. */
export function SubjectPicker({ value, onChange }: SubjectPickerProps) {
  const t = useCopy('logic');
  const { variables } = useBotFacts();
  const options: ComboOption[] = [
    ...variables.map((variable) => ({
      value: variable.id,
      label: variable.label ?? variable.id,
      group: t('condition.groups.own'),
    })),
    ...LEAD.map((name) => ({
      value: name,
      label: t(`condition.subject.${keyOf(name)}`),
      group: t('condition.groups.lead'),
    })),
    ...TIME.map((name) => ({
      value: name,
      label: t(`condition.subject.${keyOf(name)}`),
      group: t('condition.groups.time'),
    })),
  ];
  return (
    <Combobox
      value={value}
      options={options}
      onChange={onChange}
      label={t('condition.what')}
      placeholder={t('condition.choose')}
      lost={value.includes('{{') ? value : t('condition.lost', { name: value })}
    />
  );
}

type KeyOf<N extends string> = N extends `${infer A}.${infer B}` ? `${A}_${B}` : N;

function keyOf<N extends string>(name: N): KeyOf<N> {
  return name.replace('.', '_') as KeyOf<N>;
}
