import { Ellipsis } from 'lucide-react';
import { useKeys } from '../actions/actionKeys.ts';
import type { ActionId } from '../actions/actionTable.ts';
import { runAction } from '../actions/provide.ts';
import { itemMenuGroups, type MenuSubject } from '../canvas/items/itemMenuGroups.tsx';
import { moveOption } from '../canvas/moveOption.ts';
import { useCopy } from '../copy/useCopy.ts';
import { canRemove } from '../editor/commands/removeSelection.ts';
import { frameAt, noteAt } from '../editor/layoutItem.ts';
import { useEditor, useNode } from '../editor/store.ts';
import { faceOf } from '../nodes/registry.ts';
import { Menu, type MenuItem } from '../ui/Menu.tsx';
import styles from './BlockListRow.module.css';
import { useList } from './listStore.ts';
import type { OutlineRow } from './outline.ts';

/** «⋯» on a row: everything the keys do there, for the pointer and on request. */
export function RowMenu({ row }: { readonly row: OutlineRow }) {
  const t = useCopy('outline');
  const isAsked = useList((state) => state.menu === row.key);
  const groups = useItems(row);
  if (groups.length === 0) return null;
  const element = (): HTMLElement | null => document.querySelector(`[data-key="${CSS.escape(row.key)}"]`);
  return (
    <Menu
      trigger={
        <button
          type="button"
          tabIndex={-1}
          className={styles.more}
          aria-label={t('actions')}
          onClick={(event) => event.stopPropagation()}
        >
          <Ellipsis size={16} aria-hidden />
        </button>
      }
      groups={groups}
      backTo={element}
      {...(isAsked && { open: true as const, onClose: () => useList.setState({ menu: null }) })}
    />
  );
}

function useItems(row: OutlineRow): readonly (readonly MenuItem[])[] {
  const t = useCopy('outline');
  const canvas = useCopy('canvas');
  const keys = useKeys();
  const readOnly = useEditor((state) => state.readOnly);
  const node = useNode('node' in row ? row.node : null);
  const subject = useSubject(row);
  if (subject && row.kind !== 'block' && 'node' in row) {
    const act = (id: ActionId) => () => onRow(row.key, () => runAction(id));
    const acts = { edit: act('rename'), copy: act('copy'), duplicate: act('duplicate'), remove: act('remove') };
    return itemMenuGroups(row.node, subject, { keys, readOnly, ...acts });
  }
  if (!node || (row.kind !== 'block' && row.kind !== 'output' && row.kind !== 'link')) return [];
  const fixed = canRemove(node.kind) ? undefined : canvas('saidStartStays');

  /** An action is about the row with the keyboard. */
  function item(id: ActionId, label: string, more: Partial<MenuItem> = {}): MenuItem {
    return { id, label, shortcut: keys(id) ?? '', onSelect: () => onRow(row.key, () => runAction(id)), ...more };
  }

  if (row.kind === 'block') {
    const look = [
      {
        id: 'edit',
        label: canvas('edit'),
        shortcut: 'Enter',
        onSelect: () => onRow(row.key, () => useEditor.getState().inspect()),
      },
      item('testFrom', canvas('testFrom')),
      item('copy', canvas('copy')),
    ];
    if (readOnly) return [look];
    return [
      look,
      [item('addBlock', t('addAfter')), item('connect', t('connect')), item('rename', t('rename'))],
      [
        item('duplicate', canvas('duplicate'), { reason: fixed }),
        item('toggle', canvas(node.disabled ? 'enable' : 'disable'), { reason: fixed }),
        item('remove', canvas('delete'), { reason: fixed, danger: true }),
      ],
    ];
  }
  if (readOnly) return [];
  const { exit } = row;
  const isWritten = faceOf(node.kind)?.exits !== undefined && row.kind === 'output';
  const isFree = row.kind === 'output' && row.target === undefined;
  return [
    [
      ...(isFree ? [item('addBlock', t('addAfter'))] : []),
      item('connect', t('connect')),
      ...(isWritten ? [item('rename', t('renameOption'))] : []),
    ],
    isWritten
      ? [
          { id: 'up', label: t('up'), shortcut: 'Alt+Up', onSelect: () => moveOption(node.id, exit, -1) },
          { id: 'down', label: t('down'), shortcut: 'Alt+Down', onSelect: () => moveOption(node.id, exit, 1) },
        ]
      : [],
    isFree ? [] : [item('remove', t('disconnect'), { danger: true })],
  ];
}

/** The note or frame of a row. */
function useSubject(row: OutlineRow): MenuSubject | undefined {
  const key = row.kind === 'note' || row.kind === 'frame' ? row.node : null;
  const note = useEditor((state) => (key === null ? undefined : noteAt(state.bot, state.flowId, key)));
  const frame = useEditor((state) => (key === null ? undefined : frameAt(state.bot, state.flowId, key)));
  return note ? { kind: 'note', note } : frame && { kind: 'frame', frame };
}

/** The menu takes the keyboard while it is open: first the row has it back. */
function onRow(key: string, act: () => void): void {
  document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
  act();
}
