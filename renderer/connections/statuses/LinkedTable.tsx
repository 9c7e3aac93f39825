import { Link2, Link2Off } from 'lucide-react';
import type { BotStatus } from '../../../engine/model/definitions.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { Chip } from '../../ui/Chip.tsx';
import styles from './Statuses.module.css';
import type { StatusLink } from './useBotStatuses.ts';

export interface LinkedTableProps {
  readonly statuses: readonly BotStatus[];
  readonly links: readonly StatusLink[];
}

export function LinkedTable({ statuses, links }: LinkedTableProps) {
  const t = useCopy('connections');
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('statuses.column.here')}</th>
            <th scope="col">{t('statuses.column.there')}</th>
            <th scope="col">{t('statuses.column.external')}</th>
          </tr>
        </thead>
        <tbody>
          {statuses.map((status) => {
            const link = links.find((one) => one.status === status.id);
            return (
              <tr key={status.id}>
                <td>
                  <span className={styles.name}>{status.name}</span>
                  <span className={styles.role}>{t(`statuses.role.${status.role}`)}</span>
                </td>
                <td>
                  {link === undefined ? (
                    <Chip tone="warning" icon={<Link2Off aria-hidden />}>
                      {t('statuses.unlinked')}
                    </Chip>
                  ) : (
                    <span className={styles.linked}>
                      <Link2 size={14} aria-hidden /> {link.name}
                    </span>
                  )}
                </td>
                <td className={styles.id}>{link?.external ?? '—'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
