import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { BotRow } from '../app/engine.ts';
import { useCopy } from '../copy/useCopy.ts';
import styles from './BotTable.module.css';

/** The same number as in the editor's status bar; red once one of them keeps the bot from being published. */
export function ProblemCount({ row }: { readonly row: BotRow }) {
  const t = useCopy('flows');
  const Icon = row.errors > 0 ? CircleAlert : TriangleAlert;
  if (row.problems === 0) return <span className={styles.quiet}>{t('noErrors')}</span>;
  return (
    <span
      className={row.errors > 0 ? styles.errors : styles.warnings}
      data-testid="row-problems"
      data-count={row.problems}
    >
      <Icon size={14} aria-hidden />
      {t('problems', { count: row.problems })}
    </span>
  );
}
