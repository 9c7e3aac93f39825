import { useMemo } from 'react';
import { customerWords } from '../../../engine/nodes/customerWords.ts';
import { LONGEST_WARNING } from '../../../engine/nodes/hours/schema.ts';
import { currentLanguage } from '../../copy/i18n.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { Combobox } from '../../inspector/Combobox.tsx';
import styles from '../../inspector/Inspector.module.css';
import { InspectorField } from '../../inspector/InspectorField.tsx';
import { HoursEditor, USUAL_HOURS } from '../../inspector/settings/HoursEditor.tsx';
import { placeName, timeZones } from '../../inspector/settings/timeZones.ts';
import { TemplateField } from '../../inspector/TemplateField.tsx';
import { classes } from '../../ui/classes.ts';
import { NumberInput } from '../../ui/NumberInput.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Switch } from '../../ui/Switch.tsx';
import type { InspectorProps } from '../face.ts';
import { useBotFacts } from '../useBotFacts.ts';

const WAYS = ['bot', 'own'] as const;
const FIRST_WARNING = 15;
/** The schedule has one place, whatever other spellings the file had for it. */
const NO_SCHEDULE = { hours: undefined, schedule: undefined, weekly: undefined, holidays: undefined };
const NO_WARNING = { warnMinutes: undefined, warnBefore: undefined, warnBeforeClosing: undefined };

export function HoursInspector({ data, update }: InspectorProps<'hours'>) {
  const t = useCopy('time');
  const { hours, timeZone, language } = useBotFacts();
  const spoken = currentLanguage();
  const zone = data.timeZone ?? timeZone;
  const zones = useMemo(() => timeZones(spoken, Date.now(), zone), [spoken, zone]);
  const own = data.hours;
  const warnMinutes = data.warnMinutes ?? 0;
  const closing = language.startsWith('ru') ? '{{закрытие}}' : '{{closing}}';
  return (
    <div className={styles.fields}>
      <InspectorField
        field="hours"
        label={t('hours.schedule')}
        {...(own === undefined && hours === undefined && { hint: t('hours.botNone') })}
      >
        <Segmented
          value={own === undefined ? 'bot' : 'own'}
          options={WAYS.map((value) => ({ value, label: t(`hours.ways.${value}`) }))}
          onChange={(way) =>
            update(
              way === 'own'
                ? { ...NO_SCHEDULE, hours: { ...(hours ?? USUAL_HOURS) } }
                : { ...NO_SCHEDULE, timeZone: undefined },
            )
          }
        />
      </InspectorField>
      {own !== undefined && (
        <>
          <HoursEditor
            value={{ ...own, weekly: own.weekly ?? hours?.weekly ?? {} }}
            onChange={(next) => update({ ...NO_SCHEDULE, hours: next })}
          />
          <InspectorField field="timeZone" label={t('hours.timeZone')}>
            <Combobox
              value={data.timeZone}
              options={zones}
              placeholder={t('hours.botZone', { zone: placeName(timeZone, spoken, 0) })}
              onChange={(next) => update({ timeZone: next })}
              onClear={() => update({ timeZone: undefined })}
            />
          </InspectorField>
        </>
      )}
      <div className={styles.group} data-field="warnMinutes">
        <Switch
          label={t('hours.warn')}
          hint={t('hours.warnHint')}
          checked={warnMinutes > 0}
          onChange={(on) => update({ ...NO_WARNING, ...(on && { warnMinutes: FIRST_WARNING }) })}
        />
        {warnMinutes > 0 && (
          <div className={classes(styles.indent, styles.short)}>
            <NumberInput
              aria-label={t('hours.warnMinutes')}
              min={1}
              max={LONGEST_WARNING}
              unit={t('hours.minutes')}
              value={warnMinutes}
              onChange={(next) => next !== undefined && update({ ...NO_WARNING, warnMinutes: next }, 'warnMinutes')}
            />
          </div>
        )}
      </div>
      {warnMinutes > 0 && (
        <TemplateField
          field="warnText"
          label={t('hours.warnText')}
          hint={t('hours.warnTextHint', { example: closing })}
          value={data.warnText ?? ''}
          placeholder={customerWords(language).closingSoon(closing)}
          onChange={(text) => update({ warnText: text === '' ? undefined : text }, 'warnText')}
        />
      )}
      <p className={styles.note}>
        {t('hours.next', { name: language.startsWith('ru') ? '{{ближайшее_открытие}}' : '{{next_opening}}' })}
      </p>
    </div>
  );
}
