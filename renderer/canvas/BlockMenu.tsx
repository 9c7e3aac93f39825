import {
  Copy,
  Ellipsis,
  PenLine,
  Play,
  Power,
  SquareDashed,
  SquarePen,
  SquareStack,
  Trash2,
  Workflow,
  Move,
  Pin,
  PinOff,
  Unlink2,
} from 'lucide-react';
import type { BotNode } from '../../engine/flow/botSchema.ts';
import { useKeys } from '../actions/actionKeys.ts';
import { useCopy } from '../copy/useCopy.ts';
import { bridgeOf } from '../editor/commands/bridge.ts';
import { isPinned } from '../editor/commands/pin.ts';
import { canRemove } from '../editor/commands/removeSelection.ts';
import { useEditor } from '../editor/store.ts';
import { Menu } from '../ui/Menu.tsx';
import styles from './BlockMenu.module.css';
import { useCanvasActions } from './canvasActions.ts';
import { extractSelection } from './items/extractSelection.ts';
import { frameSelection } from './items/itemActions.ts';
import { startMoving } from './modes/moveMode.ts';
import { cardElement } from './focusBlock.ts';
import { editOnCard, useCanvasView } from './view.ts';

/** «⋯» on a card: everything the keys do, for the pointer. */
export function BlockMenu({ node, flow }: { readonly node: BotNode; readonly flow: string }) {
  const t = useCopy('canvas');
  const items = useCopy('items');
  const keys = useKeys();
  const actions = useCanvasActions();
  const readOnly = useEditor((state) => state.readOnly);
  const isTabStop = useCanvasView((view) => view.current === node.id);
  const pinned = useEditor((state) => isPinned(state.bot, flow, node.id));
  const joins = useEditor((state) => {
    const found = bridgeOf(state.bot, flow, node.id);
    return typeof found === 'string' ? found : null;
  });
  const isAsked = useCanvasView((view) => view.menu === node.id);
  const editor = useEditor.getState;
  const fixed = canRemove(node.kind) ? undefined : t('saidStartStays');

  function only(act: () => void): () => void {
    return () => {
      editor().select({ nodes: [node.id] });
      act();
    };
  }

  /** All that is selected, if this block is part of it. */
  function together(act: () => void): () => void {
    return () => {
      if (!editor().selection.nodes.includes(node.id)) editor().select({ nodes: [node.id] });
      act();
    };
  }

  const look = [
    {
      id: 'edit',
      label: t('edit'),
      icon: <SquarePen size={15} />,
      shortcut: 'Enter',
      onSelect: only(() => editor().inspect()),
    },
    {
      id: 'test',
      label: t('testFrom'),
      icon: <Play size={15} />,
      shortcut: keys('testFrom'),
      onSelect: () => actions.testFrom(node.id),
    },
    { id: 'copy', label: t('copy'), icon: <Copy size={15} />, shortcut: keys('copy'), onSelect: only(actions.copy) },
  ];
  const change = [
    {
      id: 'rename',
      label: t('rename'),
      icon: <PenLine size={15} />,
      shortcut: keys('rename'),
      onSelect: only(() => editOnCard(node.id, 'name')),
    },
    {
      id: 'duplicate',
      label: t('duplicate'),
      icon: <SquareStack size={15} />,
      shortcut: keys('duplicate'),
      reason: fixed,
      onSelect: only(actions.duplicate),
    },
    {
      id: 'disable',
      label: node.disabled ? t('enable') : t('disable'),
      icon: <Power size={15} />,
      shortcut: keys('toggle'),
      reason: fixed,
      onSelect: () => editor().run('setNode', { flow, node: node.id, patch: { disabled: !node.disabled } }),
    },
  ];
  const group = [
    {
      id: 'frame',
      label: items('frameSelection'),
      icon: <SquareDashed size={15} />,
      shortcut: keys('frame'),
      onSelect: together(frameSelection),
    },
    {
      id: 'extract',
      label: items('extract'),
      icon: <Workflow size={15} />,
      onSelect: together(() => extractSelection()),
    },
  ];
  const place = [
    { id: 'move', label: t('moveTo'), icon: <Move size={15} />, onSelect: () => startMoving(node.id) },
    {
      id: 'pin',
      label: t(pinned ? 'unpin' : 'pin'),
      icon: pinned ? <PinOff size={15} /> : <Pin size={15} />,
      shortcut: keys('pin'),
      onSelect: only(actions.pin),
    },
  ];
  const remove = [
    {
      id: 'bridge',
      label: t('bridge'),
      icon: <Unlink2 size={15} />,
      shortcut: keys('bridge'),
      reason: joins === null ? undefined : t(`bridgeWhy.${joins}`),
      onSelect: only(actions.bridge),
    },
    {
      id: 'delete',
      label: t('delete'),
      icon: <Trash2 size={15} />,
      shortcut: keys('remove'),
      danger: true,
      reason: fixed,
      onSelect: only(actions.remove),
    },
  ];
  return (
    <Menu
      align="start"
      // By the keys it comes from the card, and goes back to it.
      {...(isAsked && {
        open: true,
        onClose: () => useCanvasView.setState({ menu: null }),
        backTo: () => cardElement(node.id),
      })}
      trigger={
        <button
          type="button"
          className={`nodrag ${styles.more ?? ''}`}
          aria-label={t('more')}
          tabIndex={isTabStop ? 0 : -1}
        >
          <Ellipsis size={16} aria-hidden />
        </button>
      }
      groups={readOnly ? [look] : [look, change, [...place, ...group], remove]}
    />
  );
}
