import type { StatusRole } from '../../engine/model/definitions.ts';
import { useCopy } from '../copy/useCopy.ts';
import { useBotFacts } from '../nodes/useBotFacts.ts';
import { CheckList } from './CheckList.tsx';
import styles from './Inspector.module.css';
import { StatusDot } from './StatusDot.tsx';

interface StatusChecksProps {
  readonly label: string;
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
  /** Statuses of this role are left out unless they are chosen already. */
  readonly without?: StatusRole;
}

/** Some of the bot's statuses. */
export function StatusChecks({ label, value, onChange, without }: StatusChecksProps) {
  const t = useCopy('inspector');
  const { statuses } = useBotFacts();
  const offered = statuses.filter((status) => status.role !== without || value.includes(status.id));
  if (offered.length === 0) return <p className={styles.note}>{t('noStatuses')}</p>;
  return (
    <CheckList
      label={label}
      items={offered.map((status) => ({
        value: status.id,
        label: status.name,
        aside: <StatusDot role={status.role} />,
      }))}
      value={value}
      onChange={onChange}
    />
  );
}
