import { Switch } from '../ui/Switch.tsx';
import styles from './Inspector.module.css';
import { MinutesInput } from './MinutesInput.tsx';

export interface MinutesFieldProps {
  readonly field: string;
  readonly label: string;
  readonly hint?: string;
  /** Undefined = switched off. */
  readonly value: number | undefined;
  /** What switching it on begins with, in minutes. */
  readonly first: number;
  readonly onChange: (minutes: number | undefined) => void;
}

/** A span of time that can be off. */
export function MinutesField({ field, label, hint, value, first, onChange }: MinutesFieldProps) {
  return (
    <div data-field={field} className={styles.group}>
      <Switch
        label={label}
        {...(hint !== undefined && { hint })}
        checked={value !== undefined}
        onChange={(on) => onChange(on ? first : undefined)}
      />
      {value !== undefined && (
        <div className={styles.indent}>
          <MinutesInput label={label} value={value} onChange={onChange} />
        </div>
      )}
    </div>
  );
}
