import type { IfRefused as Policy } from '../../engine/nodes/ifRefused.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Select } from '../ui/Select.tsx';
import { InspectorField } from './InspectorField.tsx';

interface IfRefusedProps {
  readonly value: Policy | undefined;
  /** Does the output «failed» lead anywhere? Without a choice that decides. */
  readonly isConnected: boolean;
  readonly onChange: (value: Policy) => void;
}

/** What follows when the CRM refuses a change for good. */
export function IfRefused({ value, isConnected, onChange }: IfRefusedProps) {
  const t = useCopy('crm');
  return (
    <InspectorField field="ifRefused" label={t('ifRefused.label')} hint={t('ifRefused.hint')}>
      <Select
        value={value ?? (isConnected ? 'exit' : 'goOn')}
        options={[
          { value: 'goOn', label: t('ifRefused.goOn') },
          { value: 'exit', label: t('ifRefused.exit'), hint: t('ifRefused.exitHint') },
          { value: 'people', label: t('ifRefused.people') },
        ]}
        onChange={onChange}
      />
    </InspectorField>
  );
}
