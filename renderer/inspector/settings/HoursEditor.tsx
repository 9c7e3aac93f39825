import { X } from 'lucide-react';
import { useState } from 'react';
import { holidayInWords } from './holidayInWords.ts';
import { type Hours, WEEKDAYS, type Weekday } from '../../../engine/model/definitions.ts';
import { currentLanguage } from '../../copy/i18n.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { Button } from '../../ui/Button.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import inspector from '../Inspector.module.css';
import { DayRow, type DayRanges } from './DayRow.tsx';
import styles from './HoursSettings.module.css';

const WORKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri'];
/** What setting hours begins with. */
export const USUAL_HOURS: Hours = {
  weekly: Object.fromEntries(WORKDAYS.map((day) => [day, [['09:00', '18:00']]])),
};

interface HoursEditorProps {
  readonly value: Hours;
  readonly onChange: (hours: Hours) => void;
}

/** When people answer: by weekday with breaks, and the days off. */
export function HoursEditor({ value, onChange }: HoursEditorProps) {
  const t = useCopy('inspector');

  function writeDays(days: readonly Weekday[], ranges: DayRanges): void {
    const weekly = { ...value.weekly, ...Object.fromEntries(days.map((day) => [day, ranges.map(([a, b]) => [a, b])])) };
    onChange({ ...value, weekly });
  }

  return (
    <>
      <div className={styles.week} role="group" aria-label={t('hours.title')}>
        {WEEKDAYS.map((day) => (
          <DayRow
            key={day}
            name={t(`days.${day}`)}
            ranges={value.weekly[day] ?? []}
            onChange={(ranges) => writeDays([day], ranges)}
          />
        ))}
      </div>
      <Button
        size="dense"
        variant="ghost"
        className={inspector.addRow}
        onClick={() => writeDays(WORKDAYS, value.weekly.mon ?? [])}
      >
        {t('hours.likeMonday')}
      </Button>
      <Holidays value={value.holidays ?? []} onChange={(holidays) => onChange({ ...value, holidays })} />
    </>
  );
}

function Holidays(props: { readonly value: readonly string[]; readonly onChange: (value: string[]) => void }) {
  const { value, onChange } = props;
  const t = useCopy('inspector');
  const ui = useCopy('ui');
  const [date, setDate] = useState('');

  function add(): void {
    if (/^\d{4}-\d{2}-\d{2}$/.test(date)) onChange([...new Set([...value, date])].toSorted());
    setDate('');
  }

  return (
    <div className={inspector.group}>
      <p className={inspector.subhead}>{t('hours.holidays')}</p>
      <div className={inspector.line}>
        <div className={inspector.grow}>
          <TextInput
            dense
            type="date"
            aria-label={t('hours.holidays')}
            value={date}
            onChange={setDate}
            onKeyDown={(event) => event.key === 'Enter' && add()}
          />
        </div>
        <Button size="dense" disabled={date === ''} onClick={add}>
          {t('hours.addHoliday')}
        </Button>
      </div>
      {value.length > 0 && (
        <ul className={styles.dates}>
          {value.map((day) => (
            <li key={day} className={styles.date}>
              {holidayInWords(day, currentLanguage(), (days) => t('hours.everyYear', { days }))}
              <button
                type="button"
                aria-label={ui('removeWord', { word: day })}
                onClick={() => onChange(value.filter((each) => each !== day))}
              >
                <X size={12} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
