import { useCopy } from '../../copy/useCopy.ts';
import styles from '../../inspector/Inspector.module.css';
import { InspectorField } from '../../inspector/InspectorField.tsx';
import { StatusPicker } from '../../inspector/StatusPicker.tsx';
import { Switch } from '../../ui/Switch.tsx';
import type { InspectorProps } from '../face.ts';

export function StatusInspector({ data, update }: InspectorProps<'status'>) {
  const t = useCopy('inspector');
  return (
    <div className={styles.fields}>
      <InspectorField field="status" label={t('status.status')} hint={t('status.hint')}>
        <StatusPicker value={data.status} role="none" onChange={(status) => update({ status })} />
      </InspectorField>
      <Switch
        label={t('status.forwardOnly')}
        hint={t('status.forwardOnlyHint')}
        checked={data.forwardOnly === true}
        onChange={(on) => update({ forwardOnly: on || undefined })}
      />
    </div>
  );
}
