import type { BotRow } from '../app/engine.ts';
import { useCopy } from '../copy/useCopy.ts';
import styles from './BotTable.module.css';
import { BotTableRow } from './BotTableRow.tsx';
import { BrokenRow } from './BrokenRow.tsx';
import { useActivity } from './useActivity.ts';

export function BotTable({ rows }: { readonly rows: readonly BotRow[] }) {
  const t = useCopy('flows');
  const activity = useActivity();
  return (
    <table className={styles.table} aria-label={t('list')}>
      <thead>
        <tr>
          <th scope="col">{t('column.name')}</th>
          <th scope="col">{t('column.state')}</th>
          <th scope="col">{t('column.problems')}</th>
          <th scope="col" className={styles.day}>
            {t('column.day')}
          </th>
          <th scope="col">{t('column.edited')}</th>
          <th scope="col">
            <span className={styles.hidden}>{t('column.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) =>
          row.broken === null ? (
            <BotTableRow
              key={row.id}
              row={row}
              activity={activity === null ? undefined : (activity.get(row.id) ?? null)}
            />
          ) : (
            <BrokenRow key={row.id} row={row} broken={row.broken} />
          ),
        )}
      </tbody>
    </table>
  );
}
