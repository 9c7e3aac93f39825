import { useState } from 'react';
import { useCopy } from '../copy/useCopy.ts';
import { NumberInput } from '../ui/NumberInput.tsx';
import { Select } from '../ui/Select.tsx';
import styles from './Inspector.module.css';

const UNITS = { minute: 1, hour: 60, day: 1_440 } as const;
type Unit = keyof typeof UNITS;

const unitOf = (minutes: number): Unit =>
  minutes % UNITS.day === 0 ? 'day' : minutes % UNITS.hour === 0 ? 'hour' : 'minute';

export interface MinutesInputProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (minutes: number) => void;
}

/** A span of minutes, in the unit the author thinks in. */
export function MinutesInput({ label, value, onChange }: MinutesInputProps) {
  const t = useCopy('inspector');
  const [chosen, setUnit] = useState<Unit>(() => unitOf(value));
  // Undo may bring back a figure that does not fit the unit in which the last one was typed.
  const unit = Number.isInteger((value / UNITS[chosen]) * 4) ? chosen : unitOf(value);
  return (
    <div className={styles.minutes}>
      <NumberInput
        aria-label={label}
        value={value / UNITS[unit]}
        min={1}
        max={10_000}
        onChange={(figure) => figure !== undefined && onChange(Math.round(figure * UNITS[unit]))}
      />
      <Select
        label={t('unit')}
        value={unit}
        options={(Object.keys(UNITS) as Unit[]).map((each) => ({ value: each, label: t(`units.${each}`) }))}
        onChange={(next) => {
          setUnit(next);
          onChange(Math.round((value / UNITS[unit]) * UNITS[next]));
        }}
      />
    </div>
  );
}
