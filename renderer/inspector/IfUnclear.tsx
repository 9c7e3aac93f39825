import type { IfUnclear as Policy } from '../../engine/nodes/ifUnclear.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Select } from '../ui/Select.tsx';
import { InspectorField } from './InspectorField.tsx';

interface IfUnclearProps {
  /** What may have gone out: a message, or a request to another server. */
  readonly what: 'message' | 'request';
  readonly value: Policy | undefined;
  readonly onChange: (value: Policy | undefined) => void;
}

/** Rather twice than never, or rather never than twice. The usual choice is not written into the file. */
export function IfUnclear({ what, value, onChange }: IfUnclearProps) {
  const t = useCopy('inspector');
  return (
    <InspectorField field="ifUnclear" label={t(`ifUnclear.${what}`)} hint={t('ifUnclear.hint')}>
      <Select
        value={value ?? 'again'}
        options={[
          { value: 'again', label: t('ifUnclear.again'), hint: t(`ifUnclear.again-${what}`) },
          { value: 'never', label: t('ifUnclear.never'), hint: t(`ifUnclear.never-${what}`) },
        ]}
        onChange={(next) => onChange(next === 'again' ? undefined : next)}
      />
    </InspectorField>
  );
}
