import { useCopy } from '../../copy/useCopy.ts';
import { IfRefused } from '../../inspector/IfRefused.tsx';
import styles from '../../inspector/Inspector.module.css';
import { InspectorField } from '../../inspector/InspectorField.tsx';
import { More } from '../../inspector/More.tsx';
import { StatusPicker } from '../../inspector/StatusPicker.tsx';
import { Switch } from '../../ui/Switch.tsx';
import type { InspectorProps } from '../face.ts';

export function StatusInspector({ node, data, update }: InspectorProps<'status'>) {
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
      <More changed={data.ifRefused !== undefined}>
        <IfRefused
          value={data.ifRefused}
          isConnected={node.exits?.failed !== undefined}
          onChange={(ifRefused) => update({ ifRefused })}
        />
      </More>
    </div>
  );
}
