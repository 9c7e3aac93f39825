import {
  ChevronDown,
  ChevronRight,
  Copy,
  Ellipsis,
  MoveHorizontal,
  PenLine,
  Scan,
  SquareDashed,
  SquareStack,
  Trash2,
  Workflow,
} from 'lucide-react';
import { useState } from 'react';
import { type FlowFrame, type FlowNote, NOTE_WIDTH, TINTS } from '../../../engine/flow/layoutItems.ts';
import { useKeys } from '../../actions/actionKeys.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { useEditor } from '../../editor/store.ts';
import { Menu, type MenuItem } from '../../ui/Menu.tsx';
import menuStyles from '../BlockMenu.module.css';
import { useCanvasActions } from '../canvasActions.ts';
import { editOnCard, useCanvasView } from '../view.ts';
import { extractSelection } from './extractSelection.ts';
import { fitFrame, foldFrame, setTint, ungroup } from './itemActions.ts';
import { contentOf } from './itemBoxes.ts';
import styles from './ItemMenu.module.css';
import tints from './tints.module.css';

export type MenuSubject =
  { readonly kind: 'note'; readonly note: FlowNote } | { readonly kind: 'frame'; readonly frame: FlowFrame };

export interface ItemMenuProps {
  readonly id: string;
  readonly flow: string;
  readonly item: MenuSubject;
}

const WIDTHS = { narrow: NOTE_WIDTH.least, usual: NOTE_WIDTH.usual, wide: NOTE_WIDTH.most } as const;

/** «⋯» on a note or a frame: everything that can be done with it, without a drag. */
export function ItemMenu({ id, flow, item }: ItemMenuProps) {
  const t = useCopy('items');
  const keys = useKeys();
  const actions = useCanvasActions();
  const readOnly = useEditor((state) => state.readOnly);
  const isTabStop = useCanvasView((view) => view.current === id);
  // What it leads to is asked for when it opens, not with every drag.
  const [isNear, setNear] = useState(false);
  const color = item.kind === 'note' ? item.note.color : item.frame.color;

  function only(act: () => void): () => void {
    return () => {
      useEditor.getState().select({ nodes: [id] });
      act();
    };
  }

  const text: MenuItem = {
    id: 'edit',
    label: item.kind === 'note' ? t('edit') : t('rename'),
    icon: <PenLine size={15} />,
    shortcut: keys('rename'),
    onSelect: only(() => editOnCard(id, 'name')),
  };
  const own: MenuItem[] =
    item.kind === 'note'
      ? (['narrow', 'usual', 'wide'] as const).map((width) => ({
          id: width,
          label: t(`widths.${width}`),
          icon: <MoveHorizontal size={15} />,
          checked: item.note.width === WIDTHS[width],
          onSelect: () => {
            useEditor.getState().run('setItem', { flow, key: id, patch: { width: WIDTHS[width] } });
          },
        }))
      : [
          {
            id: 'fold',
            label: item.frame.collapsed ? t('expand') : t('collapse'),
            icon: item.frame.collapsed ? <ChevronDown size={15} /> : <ChevronRight size={15} />,
            shortcut: keys('foldFrame'),
            onSelect: () => foldFrame(id),
          },
          ...(item.frame.collapsed
            ? []
            : [{ id: 'fit', label: t('fit'), icon: <Scan size={15} />, onSelect: () => fitFrame(id) }]),
          {
            id: 'extract',
            label: t('extract'),
            icon: <Workflow size={15} />,
            onSelect: () => extractSelection([id, ...contentOf(id)]),
          },
        ];
  const colours: MenuItem[] = TINTS.map((tint) => ({
    id: tint,
    label: t(`tints.${tint}`),
    icon: <span className={`${tints.tint ?? ''} ${tints.swatch ?? ''}`} data-tint={tint} />,
    checked: color === tint,
    onSelect: () => setTint(id, tint),
  }));
  const copy: MenuItem = {
    id: 'copy',
    label: t('copy'),
    icon: <Copy size={15} />,
    shortcut: keys('copy'),
    onSelect: only(actions.copy),
  };
  const change: MenuItem[] = [
    {
      id: 'duplicate',
      label: t('duplicate'),
      icon: <SquareStack size={15} />,
      shortcut: keys('duplicate'),
      onSelect: only(actions.duplicate),
    },
    item.kind === 'frame'
      ? {
          id: 'ungroup',
          label: t('ungroup'),
          icon: <SquareDashed size={15} />,
          shortcut: keys('unframe'),
          onSelect: () => ungroup(id),
        }
      : {
          id: 'delete',
          label: t('delete'),
          icon: <Trash2 size={15} />,
          shortcut: keys('remove'),
          danger: true,
          onSelect: only(actions.remove),
        },
  ];
  return (
    <Menu
      trigger={
        <button
          type="button"
          className={`nodrag nopan ${menuStyles.more ?? ''} ${item.kind === 'note' ? (styles.corner ?? '') : ''}`}
          aria-label={item.kind === 'note' ? t('noteActions') : t('frameActions')}
          data-testid={`${item.kind}-menu`}
          tabIndex={isTabStop ? 0 : -1}
          onPointerEnter={() => setNear(true)}
          onFocus={() => setNear(true)}
          onDoubleClick={(event) => event.stopPropagation()}
        >
          <Ellipsis size={16} aria-hidden />
        </button>
      }
      groups={!isNear ? [] : readOnly ? [[copy]] : [[text, ...own], colours, [copy, ...change]]}
    />
  );
}
