import { FileDown, FileWarning, History, Trash2 } from 'lucide-react';
import type { BotRow } from '../app/engine.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { deleteBot, exportBot, restoreBot } from './botActions.ts';
import styles from './BotTable.module.css';

export interface BrokenRowProps {
  readonly row: BotRow;
  readonly broken: NonNullable<BotRow['broken']>;
}

/** A draft that can't be read: the others are listed all the same, and this one says what can be done. */
export function BrokenRow({ row, broken }: BrokenRowProps) {
  const t = useCopy('flows');
  const isNewer = broken.fault.code === 'formatNewer';
  return (
    <tr className={styles.broken} data-testid={`bot-row-${row.id}`} data-broken>
      <td colSpan={6}>
        <div className={styles.brokenLine}>
          <span className={styles.brokenIcon}>
            <FileWarning size={16} aria-hidden />
          </span>
          <span className={styles.brokenWords}>
            {t('broken.what', { name: row.name })} {t(isNewer ? 'broken.newer' : 'broken.damaged')}
          </span>
          {broken.copy !== null && (
            <Button size="dense" icon={<History aria-hidden />} onClick={() => void restoreBot(row)}>
              {t('broken.restore', { number: broken.copy })}
            </Button>
          )}
          <Button size="dense" icon={<FileDown aria-hidden />} onClick={() => void exportBot(row.id)}>
            {t('broken.save')}
          </Button>
          <IconButton
            size="dense"
            label={t('broken.delete', { name: row.name })}
            icon={<Trash2 aria-hidden />}
            disabled={(row.live ?? row.test) !== null}
            onClick={() => deleteBot(row)}
          />
        </div>
      </td>
    </tr>
  );
}
