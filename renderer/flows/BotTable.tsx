import type { BotRow } from '../app/engine.ts';
import { useCopy } from '../copy/useCopy.ts';
import styles from './BotTable.module.css';
import { BotTableRow } from './BotTableRow.tsx';

export function BotTable({ rows }: { readonly rows: readonly BotRow[] }) {
  const t = useCopy('flows');
  return (
    <table className={styles.table} aria-label={t('list')}>
      <thead>
        <tr>
          <th scope="col">{t('column.name')}</th>
          <th scope="col">{t('column.state')}</th>
          <th scope="col">{t('column.problems')}</th>
          <th scope="col">{t('column.edited')}</th>
          <th scope="col">
            <span className={styles.hidden}>{t('column.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <BotTableRow key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}
