import { useState } from 'react';
import { TextInput } from '../ui/TextInput.tsx';
import styles from './ClockInput.module.css';
import { readClock } from './settings/readClock.ts';

interface ClockInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A time of day as people type it: «9», «930», «18.30». What is no time gives way to what was there. */
export function ClockInput({ label, value, onChange }: ClockInputProps) {
  const [typed, setTyped] = useState<string | null>(null);

  function settle(): void {
    const read = typed === null ? null : readClock(typed);
    setTyped(null);
    if (read !== null && read !== value) onChange(read);
  }

  return (
    <TextInput
      dense
      className={styles.clock}
      inputMode="numeric"
      aria-label={label}
      value={typed ?? value}
      onChange={setTyped}
      onBlur={settle}
      onKeyDown={(event) => event.key === 'Enter' && settle()}
    />
  );
}
