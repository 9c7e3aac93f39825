import { useMemo } from 'react';
import { goal } from '../../../engine/nodes/goal/run.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { useEditor } from '../../editor/store.ts';
import { Combobox } from '../../inspector/Combobox.tsx';
import styles from '../../inspector/Inspector.module.css';
import { InspectorField } from '../../inspector/InspectorField.tsx';
import { TemplateField } from '../../inspector/TemplateField.tsx';
import { Switch } from '../../ui/Switch.tsx';
import type { InspectorProps } from '../face.ts';

export function GoalInspector({ data, update }: InspectorProps<'goal'>) {
  const t = useCopy('system');
  const flows = useEditor((state) => state.bot.flows);
  const names = useMemo(() => {
    const nodes = flows.flatMap((flow) => flow.nodes).filter((node) => node.kind === 'goal');
    const known = nodes.map((node) => goal.schema.safeParse(node.data ?? {}).data?.name?.trim() ?? '');
    return [...new Set(known)].filter((name) => name !== '').toSorted();
  }, [flows]);
  return (
    <div className={styles.fields}>
      <InspectorField field="name" label={t('goal.name')}>
        <Combobox
          value={data.name}
          options={names.map((name) => ({ value: name, label: name }))}
          placeholder={t('goal.none')}
          onChange={(name) => update({ name })}
          create={{ words: (name) => t('goal.create', { name }), run: (name) => update({ name }) }}
        />
      </InspectorField>
      <TemplateField
        field="value"
        rows={1}
        label={t('goal.value')}
        hint={t('goal.valueHint')}
        value={String(data.value ?? '')}
        onChange={(value) => update({ value: value === '' ? undefined : value }, 'value')}
      />
      <Switch
        label={t('goal.once')}
        checked={data.once !== false}
        onChange={(once) => update({ once: once ? undefined : false })}
      />
    </div>
  );
}
