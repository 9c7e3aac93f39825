import type { EngineConnection } from '../app/engine.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Field } from '../ui/Field.tsx';
import { Select } from '../ui/Select.tsx';
import styles from './ConnectionsScreen.module.css';

type Manager = EngineConnection['managers'][number];

export interface ManagerSelectProps {
  readonly managers: readonly Manager[];
  readonly value: string | null;
  readonly onChange: (id: string) => void;
}

/** Umnico's send call needs an employee: chosen from the account, never typed. */
export function ManagerSelect({ managers, value, onChange }: ManagerSelectProps) {
  const t = useCopy('connections');
  return (
    <div className={styles.narrow}>
      <Field label={t('manager.label')} hint={t('manager.hint')}>
        <Select
          value={value}
          placeholder={t('manager.placeholder')}
          empty={t('manager.none')}
          options={managers.map((manager) => ({
            value: manager.id,
            label: manager.name === '' ? manager.login : manager.name,
            hint: manager.owner ? `${manager.login} · ${t('manager.owner')}` : manager.login,
          }))}
          onChange={onChange}
        />
      </Field>
    </div>
  );
}
