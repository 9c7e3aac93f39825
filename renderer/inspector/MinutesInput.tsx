import { useState } from 'react';
import { useCopy } from '../copy/useCopy.ts';
import { NumberInput } from '../ui/NumberInput.tsx';
import { Select } from '../ui/Select.tsx';
import styles from './Inspector.module.css';

const UNITS = { second: 1 / 60, minute: 1, hour: 60, day: 1_440 } as const;
type Unit = keyof typeof UNITS;
const FROM_MINUTES: readonly Unit[] = ['minute', 'hour', 'day'];
const FROM_SECONDS: readonly Unit[] = ['second', ...FROM_MINUTES];

function unitOf(minutes: number): Unit {
  if (minutes % UNITS.day === 0) return 'day';
  if (minutes % UNITS.hour === 0) return 'hour';
  return Number.isInteger(minutes) ? 'minute' : 'second';
}

/** To the second: a third of a minute is twenty of them, and not nearly. */
const whole = (minutes: number): number => Math.round(minutes * 60) / 60;
/** The figure in a unit, without the dust of dividing by sixty. */
const inUnit = (minutes: number, unit: Unit): number => Math.round((minutes / UNITS[unit]) * 1e6) / 1e6;

export interface MinutesInputProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (minutes: number) => void;
  /** May it be seconds? Otherwise whole minutes. */
  readonly seconds?: boolean;
}

/** A span of minutes, in the unit the author thinks in. */
export function MinutesInput({ label, value, onChange, seconds = false }: MinutesInputProps) {
  const t = useCopy('inspector');
  const [chosen, setUnit] = useState<Unit>(() => unitOf(value));
  // Undo may bring back a figure that does not fit the unit in which the last one was typed.
  const fits = Number.isInteger(inUnit(value, chosen) * 4) && (seconds || chosen !== 'second');
  const unit = fits ? chosen : seconds || Number.isInteger(value) ? unitOf(value) : 'minute';
  const round = seconds ? whole : Math.round;
  return (
    <div className={styles.minutes}>
      <NumberInput
        aria-label={label}
        value={inUnit(value, unit)}
        min={1}
        max={10_000}
        onChange={(figure) => figure !== undefined && onChange(round(figure * UNITS[unit]))}
      />
      <Select
        label={t('unit')}
        value={unit}
        options={(seconds ? FROM_SECONDS : FROM_MINUTES).map((each) => ({
          value: each,
          label: t(`units.${each}`, { count: inUnit(value, unit) }),
        }))}
        onChange={(next) => {
          setUnit(next);
          onChange(round(inUnit(value, unit) * UNITS[next]));
        }}
      />
    </div>
  );
}
