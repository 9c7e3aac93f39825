import { useCopy } from '../../copy/useCopy.ts';
import { Combobox } from '../../inspector/Combobox.tsx';
import styles from '../../inspector/Inspector.module.css';
import { InspectorField } from '../../inspector/InspectorField.tsx';
import { StatusPicker } from '../../inspector/StatusPicker.tsx';
import { TemplateField } from '../../inspector/TemplateField.tsx';
import type { InspectorProps } from '../face.ts';

export function EndInspector({ data, update }: InspectorProps<'end'>) {
  const t = useCopy('inspector');
  const words = useCopy('nodes');
  const known = (['solved', 'unsolved'] as const).map((value) => ({
    value: value,
    label: words(`outcome.${value}`),
  }));
  const own = data.outcome ?? '';
  const options =
    own === '' || known.some((option) => option.value === own) ? known : [...known, { value: own, label: own }];
  return (
    <div className={styles.fields}>
      <TemplateField
        field="text"
        label={t('end.text')}
        value={data.text ?? ''}
        limit={300}
        onChange={(text) => update({ text: text === '' ? undefined : text }, 'text')}
      />
      <InspectorField field="outcome" label={t('end.outcome')} hint={t('end.outcomeHint')}>
        <Combobox
          value={data.outcome}
          options={options}
          placeholder={t('end.noOutcome')}
          onChange={(outcome) => update({ outcome })}
          onClear={() => update({ outcome: undefined })}
          create={{ words: (name) => t('end.ownOutcome', { name }), run: (outcome) => update({ outcome }) }}
        />
      </InspectorField>
      <InspectorField field="status" label={t('end.status')}>
        <StatusPicker
          value={data.status}
          role="closed"
          placeholder={t('end.keepStatus')}
          onChange={(status) => update({ status })}
          onClear={() => update({ status: undefined })}
        />
      </InspectorField>
      <p className={styles.note}>{t('end.after')}</p>
    </div>
  );
}
