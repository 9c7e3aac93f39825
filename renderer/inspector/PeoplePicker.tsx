import { useState } from 'react';
import type { People } from '../../engine/nodes/people.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Segmented } from '../ui/Segmented.tsx';
import styles from './Inspector.module.css';
import { InspectorField } from './InspectorField.tsx';
import { ManagerPicker } from './ManagerPicker.tsx';
import { VariablePicker } from './VariablePicker.tsx';

type Mode = 'any' | 'one' | 'inTurn' | 'variable';

interface PeoplePickerProps {
  readonly field: string;
  readonly label: string;
  readonly value: People | undefined;
  /** May it be left to the CRM? */
  readonly any?: boolean;
  readonly onChange: (value: People | undefined) => void;
}

const VARIABLE = /^\{\{\s*([^{}|]+?)\s*(?:\|[^{}]*)?\}\}$/u;

function modeOf(value: People | undefined): Mode | null {
  if (value === undefined || value.length === 0) return null;
  return typeof value !== 'string' ? 'inTurn' : VARIABLE.test(value.trim()) ? 'variable' : 'one';
}

/** Whom a lead goes to: somebody, several in turn, or whom a variable names. */
export function PeoplePicker({ field, label, value, any = false, onChange }: PeoplePickerProps) {
  const t = useCopy('crm');
  // Nothing is chosen yet: only the screen knows which way it will be.
  const [wanted, setWanted] = useState<Mode>(any ? 'any' : 'one');
  const mode = modeOf(value) ?? wanted;
  const people = (typeof value === 'string' ? [value] : (value ?? [])).filter((one) => !VARIABLE.test(one.trim()));
  const modes: readonly Mode[] = any ? ['any', 'one', 'inTurn'] : ['one', 'inTurn', 'variable'];

  function choose(next: Mode): void {
    setWanted(next);
    const [first] = people;
    if (next === 'inTurn') onChange(people.length > 0 ? people : undefined);
    else onChange(next === 'one' ? first : undefined);
  }

  function write(at: number, person: string | undefined): void {
    const next = person === undefined ? people.toSpliced(at, 1) : people.toSpliced(at, 1, person);
    onChange(next.length > 0 ? [...new Set(next)] : undefined);
  }

  return (
    <div className={styles.group}>
      <InspectorField field={field} label={label} {...hintOf(mode, t)}>
        <Segmented
          value={mode}
          options={[...new Set([...modes, mode])].map((each) => ({ value: each, label: t(`people.${each}`) }))}
          onChange={choose}
        />
      </InspectorField>
      {mode === 'one' && (
        <ManagerPicker label={label} value={people[0]} placeholder={t('people.choose')} onChange={onChange} />
      )}
      {mode === 'variable' && (
        <VariablePicker
          label={t('people.variable')}
          value={typeof value === 'string' ? VARIABLE.exec(value.trim())?.[1] : undefined}
          type="text"
          onChange={(variable) => onChange(`{{${variable}}}`)}
        />
      )}
      {mode === 'inTurn' &&
        [...people, undefined].map((person, at) => (
          <ManagerPicker
            key={person ?? '+'}
            label={t('people.person', { number: at + 1 })}
            value={person}
            placeholder={t('people.add')}
            onChange={(next) => write(at, next)}
          />
        ))}
    </div>
  );
}

function hintOf(mode: Mode, t: ReturnType<typeof useCopy<'crm'>>): { readonly hint?: string } {
  if (mode === 'inTurn') return { hint: t('people.inTurnHint') };
  return mode === 'variable' ? { hint: t('people.variableHint') } : {};
}
