import { useEngine } from '../app/engine.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Combobox } from './Combobox.tsx';

interface ManagerPickerProps {
  readonly value: string | undefined;
  /** Undefined = whoever the CRM chooses. */
  readonly onChange: (manager: string | undefined) => void;
}

/** A person of the connected account, by login; without a connection the login can be typed. */
export function ManagerPicker({ value, onChange }: ManagerPickerProps) {
  const t = useCopy('inspector');
  const managers = useEngine((state) => state.status?.connection.managers) ?? [];
  return (
    <Combobox
      value={value}
      options={managers.map((manager) => ({ value: manager.login, label: manager.name, hint: manager.login }))}
      placeholder={t('anyManager')}
      onChange={onChange}
      onClear={() => onChange(undefined)}
      create={{ words: (login) => t('useLogin', { login }), run: onChange }}
    />
  );
}
