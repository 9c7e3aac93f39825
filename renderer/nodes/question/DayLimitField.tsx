import { useState } from 'react';
import type { Bound } from '../../../engine/nlu/entities/bound.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { InspectorField } from '../../inspector/InspectorField.tsx';
import { ALONE, FieldContext } from '../../ui/fieldContext.ts';
import { NumberInput } from '../../ui/NumberInput.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { DAY_UNITS, type DayLimit, readDayLimit, writeDayLimit } from './dayLimit.ts';
import styles from './DayLimitField.module.css';

const WAYS = ['any', 'today', 'ahead', 'ago', 'date'] as const;
type Way = DayLimit['way'];
/** What choosing «in…» begins with. */
const FIRST_DAYS = 30;
const MOST = 10_000;
/** Without it the year takes six figures, and is no year any more. */
const LAST_DATE = '9999-12-31';

export interface DayLimitFieldProps {
  readonly field: 'min' | 'max';
  readonly label: string;
  readonly value: Bound | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** The first or the last day that is taken: today, so many days from it, or a date. */
export function DayLimitField({ field, label, value, onChange }: DayLimitFieldProps) {
  const t = useCopy('talk');
  const limit = readDayLimit(value);
  const write = (next: DayLimit): void => onChange(writeDayLimit(next));
  const ways: readonly Way[] = limit.way === 'words' ? [...WAYS, 'words'] : WAYS;
  return (
    <InspectorField field={field} label={label}>
      <div className={styles.row} data-way={limit.way}>
        <Select<Way>
          value={limit.way}
          options={ways.map((way) => ({ value: way, label: t(`question.days.${way}`) }))}
          onChange={(way) => write(begun(way, limit))}
        />
        <FieldContext value={ALONE}>
          {(limit.way === 'ahead' || limit.way === 'ago') && (
            <>
              <NumberInput
                aria-label={t('question.days.count', { label })}
                value={limit.count}
                min={1}
                max={MOST}
                onChange={(count) => count !== undefined && write({ ...limit, count: Math.round(count) })}
              />
              <Select
                label={t('question.days.unit')}
                value={limit.unit}
                options={DAY_UNITS.map((unit) => ({
                  value: unit,
                  label: t(`question.dayUnits.${unit}`, { count: limit.count }),
                }))}
                onChange={(unit) => write({ ...limit, unit })}
              />
            </>
          )}
          {limit.way === 'date' && (
            <TextInput
              type="date"
              aria-label={t('question.days.dateOf', { label })}
              max={LAST_DATE}
              value={limit.date}
              onChange={(date) => date !== '' && write({ way: 'date', date })}
            />
          )}
          {limit.way === 'words' && (
            <Words
              label={t('question.days.wordsOf', { label })}
              text={limit.text}
              onChange={(text) => write({ way: 'words', text })}
            />
          )}
        </FieldContext>
      </div>
    </InspectorField>
  );
}

/** Taken when it is left: emptied or half typed, it must not go away under the hands. */
function Words({ label, text, onChange }: { label: string; text: string; onChange: (text: string) => void }) {
  const [typed, setTyped] = useState<string | null>(null);

  function settle(): void {
    if (typed !== null && typed !== text) onChange(typed);
    setTyped(null);
  }

  return (
    <TextInput
      aria-label={label}
      value={typed ?? text}
      onChange={setTyped}
      onBlur={settle}
      onKeyDown={(event) => event.key === 'Enter' && settle()}
    />
  );
}

/** The way that was chosen, with what it begins with. */
function begun(way: Way, before: DayLimit): DayLimit {
  if (way === 'ahead' || way === 'ago') {
    const kept = before.way === 'ahead' || before.way === 'ago' ? before : { count: FIRST_DAYS, unit: 'day' as const };
    return { way, count: kept.count, unit: kept.unit };
  }
  if (way === 'date') return { way, date: today() };
  return way === 'words' ? before : { way };
}

function today(): string {
  const now = new Date();
  const two = (figure: number): string => String(figure).padStart(2, '0');
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
