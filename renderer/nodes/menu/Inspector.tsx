import { useCopy } from '../../copy/useCopy.ts';
import styles from '../../inspector/Inspector.module.css';
import { InspectorField } from '../../inspector/InspectorField.tsx';
import { MinutesField } from '../../inspector/MinutesField.tsx';
import { More } from '../../inspector/More.tsx';
import { TemplateField } from '../../inspector/TemplateField.tsx';
import { Select } from '../../ui/Select.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { OwnTexts } from '../OwnTexts.tsx';
import { Reminders } from '../Reminders.tsx';
import type { InspectorProps } from '../face.ts';
import { OptionList } from './OptionList.tsx';

const LONGEST = 900;
const DAY = 1_440;
const AFTER = ['repeat', 'short', 'none'] as const;
const FUZZINESS = ['off', 'careful', 'normal', 'bold'] as const;

export function MenuInspector({ data, update }: InspectorProps<'menu'>) {
  const t = useCopy('inspector');
  const words = useCopy('talk');
  const reminders = data.reminders ?? [];
  const fuzzy = data.fuzzy === false ? 'off' : data.fuzzy === true ? 'normal' : (data.fuzzy ?? 'normal');
  const isChanged = fuzzy !== 'normal' || data.showAs === 'buttons' || data.timeoutMinutes !== undefined;
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
      <OwnTexts field="texts" value={data.texts} limit={LONGEST} onChange={(texts, key) => update({ texts }, key)} />
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
      <More changed={isChanged || reminders.length > 0}>
        <InspectorField field="fuzzy" label={words('menu.fuzzy')} hint={words(`menu.fuzzyHints.${fuzzy}`)}>
          <Segmented
            value={fuzzy}
            options={FUZZINESS.map((value) => ({ value, label: words(`menu.fuzziness.${value}`) }))}
            onChange={(next) => update({ fuzzy: next === 'off' ? false : next === 'normal' ? undefined : next })}
          />
        </InspectorField>
        <InspectorField field="showAs" label={words('menu.showAs')} hint={words('menu.shownHint')}>
          <Segmented
            value={data.showAs ?? 'numbers'}
            options={(['numbers', 'buttons'] as const).map((value) => ({ value, label: words(`menu.shown.${value}`) }))}
            onChange={(showAs) => update({ showAs: showAs === 'numbers' ? undefined : showAs })}
          />
        </InspectorField>
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
