import { useState } from 'react';
import type { Bound } from '../../../engine/nlu/entities/bound.ts';
import { InspectorField } from '../../inspector/InspectorField.tsx';
import { readClock } from '../../inspector/settings/readClock.ts';
import { TextInput } from '../../ui/TextInput.tsx';

const LAST_HOUR = 24;

export interface TimeLimitFieldProps {
  readonly field: 'min' | 'max';
  readonly label: string;
  readonly placeholder: string;
  readonly value: Bound | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** The first or the last hour that is taken, as people type it: «9», «18.30». */
export function TimeLimitField({ field, label, placeholder, value, onChange }: TimeLimitFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);

  function settle(): void {
    if (typed === null) return;
    const text = typed.trim();
    setTyped(null);
    const read = text === '' ? undefined : (readClock(text) ?? text);
    if (read !== (value === undefined ? undefined : clockOf(value))) onChange(read);
  }

  return (
    <InspectorField field={field} label={label}>
      <TextInput
        placeholder={placeholder}
        value={typed ?? (value === undefined ? '' : clockOf(value))}
        onChange={setTyped}
        onBlur={settle}
        onKeyDown={(event) => event.key === 'Enter' && settle()}
      />
    </InspectorField>
  );
}

/** An hour, or minutes since midnight, on the clock; a text as it is. */
function clockOf(bound: Bound): string {
  if (typeof bound === 'string') return bound;
  const minutes = bound <= LAST_HOUR ? bound * 60 : bound;
  const two = (figure: number): string => String(figure).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(Math.round(minutes % 60))}`;
}
