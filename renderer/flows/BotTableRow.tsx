import { Copy, Ellipsis, FileDown, Pencil, Trash2, Workflow } from 'lucide-react';
import { useRef, useState } from 'react';
import { type BotRow, useEngine } from '../app/engine.ts';
import { usePreferences } from '../app/preferences.ts';
import { navigate } from '../app/route.ts';
import { ago, fullTime } from '../app/times.ts';
import { useNow } from '../app/useNow.ts';
import { useCopy } from '../copy/useCopy.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu } from '../ui/Menu.tsx';
import { ActivityCell } from './ActivityCell.tsx';
import { deleteBot, duplicateBot, exportBot, renameBot } from './botActions.ts';
import { BotStateChip } from './BotStateChip.tsx';
import styles from './BotTable.module.css';
import { ProblemCount } from './ProblemCount.tsx';
import { RenameInput } from './RenameInput.tsx';
import type { Activity } from './useActivity.ts';

export interface BotTableRowProps {
  readonly row: BotRow;
  /** As `ActivityCell` takes it. */
  readonly activity: Activity | null | undefined;
}

export function BotTableRow({ row, activity }: BotTableRowProps) {
  const t = useCopy('flows');
  const language = usePreferences((state) => state.language);
  const isRunning = useEngine((state) => state.status?.running ?? false);
  const now = useNow();
  const [renaming, setRenaming] = useState(false);
  const name = useRef<HTMLButtonElement>(null);
  const open = () => navigate({ screen: 'flow', bot: row.id });

  function finishRename(text: string | null): void {
    setRenaming(false);
    if (text !== null) void renameBot(row, text);
    requestAnimationFrame(() => name.current?.focus());
  }

  return (
    <tr
      className={styles.row}
      data-testid={`bot-row-${row.id}`}
      onKeyDown={(event) => {
        if (event.key !== 'F2' || renaming) return;
        event.preventDefault();
        setRenaming(true);
      }}
    >
      <td>
        <div className={styles.name}>
          <span className={styles.icon}>
            <Workflow size={16} aria-hidden />
          </span>
          {renaming ? (
            <RenameInput name={row.name} onDone={finishRename} />
          ) : (
            <button ref={name} type="button" className={styles.open} title={row.name} onClick={open}>
              {row.name}
            </button>
          )}
        </div>
      </td>
      <td>
        <BotStateChip row={row} />
      </td>
      <td>
        <ProblemCount row={row} />
      </td>
      <td className={styles.day}>
        <ActivityCell activity={activity} />
      </td>
      <td>
        <time
          className={styles.quiet}
          dateTime={new Date(row.updatedAt).toISOString()}
          title={fullTime(row.updatedAt, language)}
        >
          {ago(row.updatedAt, now, language)}
        </time>
      </td>
      <td className={styles.last}>
        <Menu
          trigger={
            <IconButton size="dense" label={t('actionsFor', { name: row.name })} icon={<Ellipsis aria-hidden />} />
          }
          groups={[
            [
              {
                id: 'rename',
                label: t('rename'),
                icon: <Pencil />,
                shortcut: 'F2',
                onSelect: () => setTimeout(() => setRenaming(true)),
              },
              { id: 'duplicate', label: t('duplicate'), icon: <Copy />, onSelect: () => void duplicateBot(row.id) },
              { id: 'export', label: t('export'), icon: <FileDown />, onSelect: () => void exportBot(row.id) },
            ],
            [
              {
                id: 'delete',
                label: t('delete'),
                icon: <Trash2 />,
                danger: true,
                reason: (row.live ?? row.test) !== null && isRunning ? t('deleteLive') : undefined,
                onSelect: () => deleteBot(row),
              },
            ],
          ]}
        />
      </td>
    </tr>
  );
}
