import { CircleHelp, CornerDownRight, CornerUpLeft, Frame, Plus, StickyNote } from 'lucide-react';
import { runAction } from '../actions/provide.ts';
import { thingTitle } from '../canvas/items/thingTitle.ts';
import tints from '../canvas/items/tints.module.css';
import { ProblemMark } from '../canvas/ProblemMark.tsx';
import { useCopy } from '../copy/useCopy.ts';
import { factsOf } from '../editor/factsOf.ts';
import { frameAt, noteAt } from '../editor/layoutItem.ts';
import { familyOf } from '../editor/nodeData.ts';
import { problemsAt } from '../editor/problemIndex.ts';
import { useEditor, useNode } from '../editor/store.ts';
import { blockTitle, kindWord } from '../nodes/blockTitle.ts';
import { faceOf } from '../nodes/registry.ts';
import { classes } from '../ui/classes.ts';
import styles from './BlockListRow.module.css';
import type { OutlineRow } from './outline.ts';
import { outputCaption, rowText } from './rowWords.ts';

/** What a row shows; what it says is its label. */
export function RowBody({ row }: { readonly row: OutlineRow }) {
  const t = useCopy('outline');
  if (row.kind === 'group') return <span className={styles.group}>{t(row.group)}</span>;
  if (row.kind === 'note' || row.kind === 'frame') return <ThingBody row={row} />;
  if (row.kind === 'block') return <BlockBody id={row.node} />;
  return row.kind === 'output' ? <OutputBody row={row} /> : <LinkBody target={row.target} />;
}

function BlockBody({ id }: { readonly id: string }) {
  const nodes = useCopy('nodes');
  const node = useNode(id);
  const problems = useEditor((state) => problemsAt(state.problems, state.flowId, id));
  if (!node) return null;
  const Icon = faceOf(node.kind)?.icon ?? CircleHelp;
  const title = blockTitle(node, nodes);
  const kind = kindWord(node.kind, nodes);
  return (
    <>
      <span className={styles.icon} data-family={familyOf(node.kind)}>
        <Icon size={14} aria-hidden />
      </span>
      <span className={styles.title}>{title}</span>
      {title !== kind && <span className={styles.quiet}>{kind}</span>}
      {node.disabled && <span className={styles.disabled}>{nodes('disabled')}</span>}
      <ProblemMark problems={problems} />
    </>
  );
}

function ThingBody({ row }: { readonly row: OutlineRow & { readonly kind: 'note' | 'frame' } }) {
  const t = useCopy('items');
  const frame = useEditor((state) => frameAt(state.bot, state.flowId, row.node));
  const color = useEditor((state) => (frame ?? noteAt(state.bot, state.flowId, row.node))?.color);
  const Icon = row.kind === 'note' ? StickyNote : Frame;
  return (
    <>
      <span className={classes(styles.icon, tints.tint)} data-tint={color}>
        <Icon size={14} aria-hidden />
      </span>
      <span className={row.kind === 'note' ? styles.said : styles.title}>{rowText(row)}</span>
      {frame?.collapsed === true && <span className={styles.quiet}>{t('collapsed')}</span>}
    </>
  );
}

function LinkBody({ target }: { readonly target: string }) {
  const t = useCopy('outline');
  const title = useEditor((state) => thingTitle(state, target));
  return (
    <>
      <CornerUpLeft size={14} className={styles.arrow} aria-hidden />
      <span className={styles.link}>{t('see', { target: title ?? '' })}</span>
    </>
  );
}

function OutputBody({ row }: { readonly row: OutlineRow & { readonly kind: 'output' } }) {
  const t = useCopy('outline');
  const node = useNode(row.node);
  const facts = useEditor((state) => factsOf(state.bot));
  const readOnly = useEditor((state) => state.readOnly);
  const level = useEditor(
    (state) =>
      problemsAt(state.problems, state.flowId, row.node).find(
        (problem) => problem.exit === row.exit && problem.level !== 'tip',
      )?.level,
  );
  if (!node) return null;
  const { code, caption } = outputCaption(node, row.exit, facts);
  return (
    <>
      <CornerDownRight size={14} className={styles.arrow} aria-hidden />
      {code !== undefined && <span className={styles.code}>{code}</span>}
      <span className={styles.caption}>{caption}</span>
      {row.target === undefined && (
        <span className={styles.free} data-level={level}>
          {t('free')}
        </span>
      )}
      {row.target === undefined && !readOnly && (
        <button
          type="button"
          tabIndex={-1}
          className={styles.add}
          aria-label={t('addAfter')}
          title={t('addAfter')}
          onClick={(event) => {
            event.stopPropagation();
            event.currentTarget.closest<HTMLElement>('[role="treeitem"]')?.focus();
            runAction('addBlock');
          }}
        >
          <Plus size={14} aria-hidden />
        </button>
      )}
    </>
  );
}
