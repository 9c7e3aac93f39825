import { useEngine } from '../app/engine.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Combobox } from './Combobox.tsx';
import styles from './Inspector.module.css';
import { personNamed } from './personNamed.ts';

interface ManagerPickerProps {
  readonly value: string | undefined;
  /** Undefined = whoever the CRM chooses. */
  readonly onChange: (manager: string | undefined) => void;
  readonly placeholder?: string;
  /** Names the control; inside a Field its label does. */
  readonly label?: string;
}

/** A person of the connected account, by login; without a connection the login can be typed. */
export function ManagerPicker({ value, onChange, placeholder, label }: ManagerPickerProps) {
  const t = useCopy('inspector');
  const words = useCopy('crm');
  const managers = useEngine((state) => state.status?.connection.managers) ?? [];
  const known = value === undefined ? undefined : personNamed(value, managers);
  // Without a connection nobody can say who is there.
  const isGone = value !== undefined && value !== '' && known === undefined && managers.length > 0;
  return (
    <div>
      <Combobox
        value={known?.login ?? value}
        options={managers.map((manager) => ({ value: manager.login, label: manager.name, hint: manager.login }))}
        placeholder={placeholder ?? t('anyManager')}
        {...(label !== undefined && { label })}
        onChange={onChange}
        onClear={() => onChange(undefined)}
        create={{ words: (login) => t('useLogin', { login }), run: onChange }}
      />
      {isGone && <p className={styles.note}>{words('people.lost')}</p>}
    </div>
  );
}
