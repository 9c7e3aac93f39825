import type { Weekday } from '../../engine/model/definitions.ts';
import { currentLanguage } from '../copy/i18n.ts';
import { useCopy } from '../copy/useCopy.ts';
import { useBotFacts } from '../nodes/useBotFacts.ts';
import { ClockInput } from './ClockInput.tsx';
import styles from './Inspector.module.css';
import { InspectorField } from './InspectorField.tsx';
import { placeName } from './settings/timeZones.ts';
import { WeekdayPicker } from './WeekdayPicker.tsx';

interface UntilFieldsProps {
  readonly until: string;
  readonly weekdays: readonly Weekday[];
  readonly onChange: (until: string, weekdays: Weekday[]) => void;
}

/** A time of day, and on which days. */
export function UntilFields({ until, weekdays, onChange }: UntilFieldsProps) {
  const t = useCopy('time');
  const { timeZone } = useBotFacts();
  return (
    <>
      <div data-field="until" className={styles.line}>
        <div className={styles.whole}>
          <ClockInput label={t('clock')} value={until} onChange={(time) => onChange(time, [...weekdays])} />
        </div>
        <p className={styles.note}>{t('zone', { zone: placeName(timeZone, currentLanguage(), 0) })}</p>
      </div>
      <InspectorField field="weekdays" label={t('weekdays')} hint={t('weekdaysHint')}>
        <WeekdayPicker value={weekdays} onChange={(days) => onChange(until, days)} />
      </InspectorField>
    </>
  );
}
