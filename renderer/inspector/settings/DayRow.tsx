import { Plus, X } from 'lucide-react';
import { useCopy } from '../../copy/useCopy.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { ClockInput } from '../ClockInput.tsx';
import styles from './HoursSettings.module.css';

export type DayRanges = readonly (readonly [string, string])[];

interface DayRowProps {
  readonly name: string;
  readonly ranges: DayRanges;
  readonly onChange: (ranges: DayRanges) => void;
}

const MOST = 3;

/** One weekday: off, or the hours between which people answer. */
export function DayRow({ name, ranges, onChange }: DayRowProps) {
  const t = useCopy('inspector');
  return (
    <div className={styles.day}>
      <div className={styles.dayName}>
        <Switch label={name} checked={ranges.length > 0} onChange={(on) => onChange(on ? [['09:00', '18:00']] : [])} />
      </div>
      {ranges.length === 0 ? (
        <span className={styles.off}>{t('hours.dayOff')}</span>
      ) : (
        <div className={styles.ranges}>
          {ranges.map(([from, to], at) => (
            <div key={at} className={styles.range}>
              <ClockInput
                label={t('hours.from', { day: name })}
                value={from}
                onChange={(next) => onChange(ranges.with(at, [next, to]))}
              />
              <span aria-hidden>–</span>
              <ClockInput
                label={t('hours.to', { day: name })}
                value={to}
                onChange={(next) => onChange(ranges.with(at, [from, next]))}
              />
              {at > 0 ? (
                <IconButton
                  size="dense"
                  label={t('hours.removeRange')}
                  icon={<X />}
                  onClick={() => onChange(ranges.toSpliced(at, 1))}
                />
              ) : (
                <IconButton
                  size="dense"
                  label={t('hours.addRange')}
                  icon={<Plus />}
                  disabled={ranges.length >= MOST}
                  onClick={() => onChange([...ranges, [ranges.at(-1)?.[1] ?? '18:00', '23:00']])}
                />
              )}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
