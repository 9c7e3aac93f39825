import { Switch as Radix } from 'radix-ui';
import { useId } from 'react';
import { useFieldControl } from './fieldContext.ts';
import styles from './Switch.module.css';

export interface SwitchProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** Words beside the switch. Leave out inside a Field, whose label it then takes. */
  readonly label?: string;
  readonly hint?: string;
  readonly disabled?: boolean;
}

export function Switch({ checked, onChange, label, hint, disabled = false }: SwitchProps) {
  const control = useFieldControl();
  const own = useId();
  const id = label === undefined ? control.id : own;
  const knob = (
    <Radix.Root
      {...control}
      id={id}
      {...(hint !== undefined && { 'aria-describedby': `${own}-hint` })}
      className={styles.switch}
      checked={checked}
      onCheckedChange={onChange}
      disabled={disabled}
    >
      <Radix.Thumb className={styles.thumb} />
    </Radix.Root>
  );
  if (label === undefined) return knob;
  return (
    <div className={styles.row}>
      {knob}
      <div className={styles.words}>
        <label htmlFor={own} className={disabled ? styles.off : styles.label}>
          {label}
        </label>
        {hint !== undefined && (
          <p id={`${own}-hint`} className={styles.hint}>
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
