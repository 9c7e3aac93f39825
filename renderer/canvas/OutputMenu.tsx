import { ArrowDown, ArrowUp, CornerDownRight, Ellipsis, Link2, Plus, Spline, Trash2 } from 'lucide-react';
import type { BotNode } from '../../engine/flow/botSchema.ts';
import { useKeys } from '../actions/actionKeys.ts';
import { useCopy } from '../copy/useCopy.ts';
import { isLine } from '../editor/commands/showLine.ts';
import { edgeKey } from '../editor/edges.ts';
import { useEditor } from '../editor/store.ts';
import { Menu } from '../ui/Menu.tsx';
import { useCanvasActions } from './canvasActions.ts';
import { moveOption, optionMoved } from './moveOption.ts';
import styles from './Output.module.css';
import type { OutputRow } from './outputRows.ts';
import { useCanvasView } from './view.ts';

interface OutputMenuProps {
  readonly node: BotNode;
  readonly flow: string;
  readonly row: OutputRow;
  readonly caption: string;
  /** Where it leads, when that is a block that is there. */
  readonly target: string | undefined;
  /** It leads back, so it can be a chip or a line. */
  readonly leadsBack: boolean;
}

/** «⋯» on an output: all that is done by dragging, by a click. */
export function OutputMenu({ node, flow, row, caption, target, leadsBack }: OutputMenuProps) {
  const t = useCopy('canvas');
  const keys = useKeys();
  const actions = useCanvasActions();
  const line = useEditor((state) => isLine(state.bot, flow, node.id, row.id));
  const isTabStop = useCanvasView((view) => view.current === node.id);
  const editor = useEditor.getState;
  const from = { node: node.id, exit: row.id };
  const canMove = row.label !== undefined && (optionMoved(node, row.id, 1) ?? optionMoved(node, row.id, -1)) !== null;

  const order = [
    {
      id: 'up',
      label: t('optionUp'),
      icon: <ArrowUp size={15} />,
      shortcut: 'Alt+Up',
      reason: optionMoved(node, row.id, -1) ? undefined : t('optionFirst'),
      onSelect: () => moveOption(node.id, row.id, -1),
    },
    {
      id: 'down',
      label: t('optionDown'),
      icon: <ArrowDown size={15} />,
      shortcut: 'Alt+Down',
      reason: optionMoved(node, row.id, 1) ? undefined : t('optionLast'),
      onSelect: () => moveOption(node.id, row.id, 1),
    },
  ];
  const lead = [
    {
      id: 'connect',
      label: t('connectTo'),
      icon: <Link2 size={15} />,
      shortcut: keys('connect'),
      onSelect: () => actions.startConnecting(from),
    },
    ...(target === undefined
      ? [
          {
            id: 'add',
            label: t('add'),
            icon: <Plus size={15} />,
            shortcut: keys('addBlock'),
            onSelect: () => actions.openAfter(from),
          },
        ]
      : [
          {
            id: 'go',
            label: t('goTarget'),
            icon: <CornerDownRight size={15} />,
            onSelect: () => editor().goTo(flow, target),
          },
        ]),
  ];
  const look = leadsBack
    ? [
        {
          id: 'line',
          label: t('showLine'),
          icon: <Spline size={15} />,
          checked: line,
          onSelect: () => editor().run('showLine', { flow, node: node.id, exit: row.id, line: !line }),
        },
      ]
    : [];
  const cut =
    row.target === undefined
      ? []
      : [
          {
            id: 'disconnect',
            label: t('removeEdge'),
            icon: <Trash2 size={15} />,
            danger: true,
            onSelect: () => {
              editor().select({ edges: [edgeKey(node.id, row.id)] });
              actions.remove();
            },
          },
        ];
  return (
    <Menu
      align="start"
      trigger={
        <button
          type="button"
          className={`nodrag nopan ${styles.more ?? ''}`}
          aria-label={t('outMenu', { exit: caption })}
          data-testid={`output-menu-${node.id}-${row.id}`}
          tabIndex={isTabStop ? 0 : -1}
          onClick={(event) => event.stopPropagation()}
        >
          <Ellipsis size={14} aria-hidden />
        </button>
      }
      groups={[canMove ? order : [], lead, look, cut]}
    />
  );
}
