import { GripVertical, Plus, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import type { BotStatus, StatusRole } from '../../../engine/model/definitions.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { MatchStatusesButton } from '../../connections/statuses/MatchStatusesButton.tsx';
import { newId } from '../../editor/newId.ts';
import { useEditor } from '../../editor/store.ts';
import { useBotFacts } from '../../nodes/useBotFacts.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import inspector from '../Inspector.module.css';
import { StatusDot } from '../StatusDot.tsx';
import { moved, useReorder } from '../useReorder.ts';
import { changeBot } from './changeBot.ts';
import styles from './StatusSettings.module.css';

const ROLES: readonly StatusRole[] = ['bot', 'operator', 'closed', 'none'];

/** The statuses of a lead and who talks in each. Their order is the funnel. */
export function StatusSettings() {
  const t = useCopy('inspector');
  const { statuses } = useBotFacts();
  const botId = useEditor((state) => state.bot.id);
  const list = useRef<HTMLUListElement | null>(null);
  const reorder = useReorder(statuses.length, (from, to) => changeBot({ statuses: moved(statuses, from, to) }));

  function write(at: number, patch: Partial<BotStatus>, mergeKey?: string): void {
    const old = statuses[at];
    if (old !== undefined) changeBot({ statuses: statuses.with(at, { ...old, ...patch }) }, mergeKey);
  }

  function add(): void {
    const id = newId('st', (taken) => statuses.some((status) => status.id === taken));
    const role = statuses.some((status) => status.role === 'operator') ? 'none' : 'operator';
    const name = role === 'operator' ? t('statuses.operatorName') : '';
    changeBot({ statuses: [...statuses, { id, name, role }] });
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('li:last-child input')?.focus());
  }

  return (
    <>
      <p className={inspector.note}>{t('statuses.hint')}</p>
      {statuses.length > 0 && (
        <ul
          className={inspector.rows}
          ref={(element) => {
            list.current = element;
            reorder.listRef(element);
          }}
        >
          {statuses.map((status, at) => (
            <li
              key={status.id}
              className={inspector.row}
              data-dragged={reorder.dragged === at || undefined}
              data-gap={
                reorder.gap === at
                  ? 'before'
                  : at === statuses.length - 1 && reorder.gap === at + 1
                    ? 'after'
                    : undefined
              }
              onKeyDown={(event) => reorder.onKeyDown(event, at)}
            >
              <span className={inspector.grip} title={t('drag')} aria-hidden {...reorder.handle(at)}>
                <GripVertical size={14} />
              </span>
              <TextInput
                dense
                value={status.name}
                aria-label={t('statuses.name')}
                placeholder={t('statuses.namePlaceholder')}
                onChange={(name) => write(at, { name }, `status-${status.id}`)}
              />
              <div className={styles.role}>
                <Select
                  dense
                  label={t('statuses.role')}
                  value={status.role}
                  options={ROLES.map((role) => ({
                    value: role,
                    label: t(`role.${role}`),
                    hint: t(`roleHint.${role}`),
                    icon: <StatusDot role={role} />,
                  }))}
                  onChange={(role) => write(at, { role })}
                />
              </div>
              <IconButton
                size="dense"
                label={t('statuses.remove', { name: status.name })}
                icon={<Trash2 />}
                onClick={() => changeBot({ statuses: statuses.toSpliced(at, 1) })}
              />
            </li>
          ))}
        </ul>
      )}
      <div className={styles.buttons}>
        <Button size="dense" variant="ghost" icon={<Plus />} className={inspector.addRow} onClick={add}>
          {t('statuses.add')}
        </Button>
        {statuses.length > 0 && <MatchStatusesButton bot={botId} />}
      </div>
    </>
  );
}
