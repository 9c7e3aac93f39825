import { useCopy } from '../../copy/useCopy.ts';
import styles from '../../inspector/Inspector.module.css';
import { InspectorField } from '../../inspector/InspectorField.tsx';
import { MinutesField } from '../../inspector/MinutesField.tsx';
import { More } from '../../inspector/More.tsx';
import { TemplateField } from '../../inspector/TemplateField.tsx';
import { Select } from '../../ui/Select.tsx';
import { Switch } from '../../ui/Switch.tsx';
import type { InspectorProps } from '../face.ts';
import { OptionList } from './OptionList.tsx';
import { Reminders } from './Reminders.tsx';

const LONGEST = 900;
const DAY = 1_440;
const AFTER = ['repeat', 'short', 'none'] as const;

export function MenuInspector({ data, update }: InspectorProps<'menu'>) {
  const t = useCopy('inspector');
  const reminders = data.reminders ?? [];
  return (
    <div className={styles.fields}>
      <TemplateField
        field="text"
        label={t('menu.text')}
        value={data.text ?? ''}
        limit={LONGEST}
        placeholder={t('menu.textPlaceholder')}
        onChange={(text) => update({ text }, 'text')}
      />
      <OptionList
        options={data.options ?? []}
        onChange={(options, mergeKey) => update({ options: [...options] }, mergeKey)}
      />
      <InspectorField field="after" label={t('menu.after')}>
        <Select
          value={data.after ?? 'none'}
          options={AFTER.map((value) => ({
            value,
            label: t(`menu.afters.${value}`),
            hint: t(`menu.afterHints.${value}`),
          }))}
          onChange={(after) => update({ after })}
        />
      </InspectorField>
      <More changed={data.fuzzy === false || data.timeoutMinutes !== undefined || reminders.length > 0}>
        <Switch
          label={t('menu.fuzzy')}
          hint={t('menu.fuzzyHint')}
          checked={data.fuzzy !== false}
          onChange={(on) => update({ fuzzy: on ? undefined : false })}
        />
        <MinutesField
          field="timeoutMinutes"
          label={t('menu.timeout')}
          hint={t('menu.timeoutHint')}
          value={data.timeoutMinutes}
          first={DAY}
          onChange={(timeoutMinutes) => update({ timeoutMinutes }, 'timeoutMinutes')}
        />
        <Reminders
          value={reminders}
          onChange={(next, mergeKey) => update({ reminders: next.length === 0 ? undefined : [...next] }, mergeKey)}
        />
      </More>
    </div>
  );
}
