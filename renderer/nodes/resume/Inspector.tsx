import { useCopy } from '../../copy/useCopy.ts';
import styles from '../../inspector/Inspector.module.css';
import { InspectorField } from '../../inspector/InspectorField.tsx';
import { TemplateField } from '../../inspector/TemplateField.tsx';
import { Select } from '../../ui/Select.tsx';
import type { InspectorProps } from '../face.ts';

export function ResumeInspector({ node, data, update }: InspectorProps<'resume'>) {
  const t = useCopy('inspector');
  return (
    <div className={styles.fields}>
      <TemplateField
        field="text"
        label={t('resume.text')}
        hint={t('resume.textHint')}
        value={data.text ?? ''}
        limit={300}
        onChange={(text) => update({ text: text === '' ? undefined : text }, 'text')}
      />
      <InspectorField field="continue" label={t('resume.continue')}>
        <Select
          value={data.continue ?? (node.exits?.['next'] === undefined ? 'menu' : 'node')}
          options={(['menu', 'node', 'start'] as const).map((value) => ({ value, label: t(`resume.to.${value}`) }))}
          onChange={(next) => update({ continue: next })}
        />
      </InspectorField>
    </div>
  );
}
