import { X } from 'lucide-react';
import { useState } from 'react';
import { type Hours, WEEKDAYS } from '../../../engine/model/definitions.ts';
import { currentLanguage } from '../../copy/i18n.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { useBotFacts } from '../../nodes/useBotFacts.ts';
import { Button } from '../../ui/Button.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import inspector from '../Inspector.module.css';
import { changeBot } from './changeBot.ts';
import { DayRow, type DayRanges } from './DayRow.tsx';
import styles from './HoursSettings.module.css';

type Day = (typeof WEEKDAYS)[number];
const WORKDAYS: readonly Day[] = ['mon', 'tue', 'wed', 'thu', 'fri'];
const FIRST: Hours = { weekly: Object.fromEntries(WORKDAYS.map((day) => [day, [['09:00', '18:00']]])) };

/** When people answer: by weekday with breaks, and the days off. */
export function HoursSettings() {
  const t = useCopy('inspector');
  const { hours, timeZone } = useBotFacts();

  function writeDays(days: readonly Day[], ranges: DayRanges): void {
    if (hours === undefined) return;
    const weekly = { ...hours.weekly, ...Object.fromEntries(days.map((day) => [day, ranges.map(([a, b]) => [a, b])])) };
    changeBot({ hours: { ...hours, weekly } });
  }

  return (
    <>
      <Switch
        label={t('hours.use')}
        hint={t('hours.useHint', { zone: timeZone })}
        checked={hours !== undefined}
        onChange={(on) => changeBot({ hours: on ? FIRST : undefined })}
      />
      {hours !== undefined && (
        <>
          <div className={styles.week} role="group" aria-label={t('hours.title')}>
            {WEEKDAYS.map((day) => (
              <DayRow
                key={day}
                name={t(`days.${day}`)}
                ranges={hours.weekly[day] ?? []}
                onChange={(ranges) => writeDays([day], ranges)}
              />
            ))}
          </div>
          <Button
            size="dense"
            variant="ghost"
            className={inspector.addRow}
            onClick={() => writeDays(WORKDAYS, hours.weekly.mon ?? [])}
          >
            {t('hours.likeMonday')}
          </Button>
          <Holidays
            value={hours.holidays ?? []}
            onChange={(holidays) => changeBot({ hours: { ...hours, holidays } })}
          />
        </>
      )}
    </>
  );
}

function Holidays(props: { readonly value: readonly string[]; readonly onChange: (value: string[]) => void }) {
  const { value, onChange } = props;
  const t = useCopy('inspector');
  const ui = useCopy('ui');
  const [date, setDate] = useState('');
  const shown = new Intl.DateTimeFormat(currentLanguage(), { dateStyle: 'medium', timeZone: 'UTC' });

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
              {shown.format(Date.parse(day))}
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
