import {
  ChevronDown,
  ChevronRight,
  Copy,
  MoveHorizontal,
  PenLine,
  Scan,
  SquareDashed,
  SquareStack,
  Trash2,
  Workflow,
} from 'lucide-react';
import { type FlowFrame, type FlowNote, NOTE_WIDTH, TINTS } from '../../../engine/flow/layoutItems.ts';
import type { useKeys } from '../../actions/actionKeys.ts';
import { copyOf } from '../../copy/i18n.ts';
import { useEditor } from '../../editor/store.ts';
import type { MenuItem } from '../../ui/Menu.tsx';
import { extractSelection } from './extractSelection.ts';
import { fitFrame, foldFrame, setTint, ungroup } from './itemActions.ts';
import { contentOf } from './itemBoxes.ts';
import tints from './tints.module.css';

export type MenuSubject =
  { readonly kind: 'note'; readonly note: FlowNote } | { readonly kind: 'frame'; readonly frame: FlowFrame };

/** What differs between the canvas and the block list: how a thing is written, and that it is selected first. */
interface ItemMenuPlace {
  readonly keys: ReturnType<typeof useKeys>;
  readonly readOnly: boolean;
  readonly edit: () => void;
  readonly copy: () => void;
  readonly duplicate: () => void;
  readonly remove: () => void;
}

const WIDTHS = { narrow: NOTE_WIDTH.least, usual: NOTE_WIDTH.usual, wide: NOTE_WIDTH.most } as const;

/** Everything that can be done with a note or a frame without a drag. `id`: its key. */
export function itemMenuGroups(
  id: string,
  item: MenuSubject,
  { keys, readOnly, ...act }: ItemMenuPlace,
): readonly (readonly MenuItem[])[] {
  const t = copyOf('items');
  const flow = useEditor.getState().flowId;
  const color = item.kind === 'note' ? item.note.color : item.frame.color;
  const text: MenuItem = {
    id: 'edit',
    label: item.kind === 'note' ? t('edit') : t('rename'),
    icon: <PenLine size={15} />,
    shortcut: keys('rename'),
    onSelect: act.edit,
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
    onSelect: act.copy,
  };
  const change: MenuItem[] = [
    {
      id: 'duplicate',
      label: t('duplicate'),
      icon: <SquareStack size={15} />,
      shortcut: keys('duplicate'),
      onSelect: act.duplicate,
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
          onSelect: act.remove,
        },
  ];
  return readOnly ? [[copy]] : [[text, ...own], colours, [copy, ...change]];
}
