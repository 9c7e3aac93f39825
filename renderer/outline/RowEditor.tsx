import { useEffect, useRef } from 'react';
import { FRAME_TITLE, NOTE_TEXT } from '../../engine/flow/layoutItems.ts';
import { NoteEditor } from '../canvas/items/NoteEditor.tsx';
import tints from '../canvas/items/tints.module.css';
import { useCopy } from '../copy/useCopy.ts';
import { frameAt, noteAt } from '../editor/layoutItem.ts';
import { reading } from '../editor/nodeData.ts';
import { nodeOf, useEditor, useNode } from '../editor/store.ts';
import { CardTextEditor } from '../nodes/CardTextEditor.tsx';
import { faceOf } from '../nodes/registry.ts';
import { classes } from '../ui/classes.ts';
import styles from './BlockListRow.module.css';
import { focusRow, useList } from './listStore.ts';
import { type OutlineRow, outputKey } from './outline.ts';
import { useBotFacts } from '../nodes/useBotFacts.ts';
import { exitsOf } from '../editor/nodeData.ts';

/** The name of a block or the caption of an output, written in its row. Enter in a caption goes to the next one. */
export function RowEditor({ row }: { readonly row: OutlineRow }) {
  if (row.kind === 'block') return <NameEditor id={row.node} rowKey={row.key} />;
  if (row.kind === 'note') return <NoteTextEditor id={row.node} rowKey={row.key} />;
  if (row.kind === 'frame') return <TitleEditor id={row.node} rowKey={row.key} />;
  return row.kind === 'output' ? <CaptionEditor id={row.node} exit={row.exit} rowKey={row.key} /> : null;
}

/** The row takes the keyboard again, unless the person has gone elsewhere. */
function leave(key: string): void {
  if (useList.getState().writing !== key) return;
  useEditor.getState().flush();
  const isInside = document.activeElement?.closest(`[data-key="${CSS.escape(key)}"]`) != null;
  if (isInside) focusRow(key);
  else useList.setState({ writing: null });
}

function NameEditor({ id, rowKey }: { readonly id: string; readonly rowKey: string }) {
  const t = useCopy('canvas');
  const node = useNode(id);
  const flow = useEditor((state) => state.flowId);
  return (
    <span className={styles.editor}>
      <CardTextEditor
        value={node?.name ?? ''}
        label={t('renameLabel')}
        onChange={(name) => useEditor.getState().run('setNode', { flow, node: id, patch: { name } })}
        onDone={() => leave(rowKey)}
      />
    </span>
  );
}

/** A note has several lines: it is written in a sheet over its row. */
function NoteTextEditor({ id, rowKey }: { readonly id: string; readonly rowKey: string }) {
  const note = useEditor((state) => noteAt(state.bot, state.flowId, id));
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    sheet.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={sheet} className={classes(styles.sheet, tints.tint)} data-tint={note?.color}>
      <NoteEditor
        value={note?.text ?? ''}
        most={NOTE_TEXT}
        onChange={(text) => setItem(id, { text }, 'text')}
        onDone={() => leave(rowKey)}
      />
    </div>
  );
}

function TitleEditor({ id, rowKey }: { readonly id: string; readonly rowKey: string }) {
  const t = useCopy('items');
  const title = useEditor((state) => frameAt(state.bot, state.flowId, id)?.title ?? '');
  return (
    <span className={styles.editor}>
      <CardTextEditor
        value={title}
        label={t('frameTitle')}
        onChange={(value) => setItem(id, { title: value.slice(0, FRAME_TITLE) }, 'title')}
        onDone={() => {
          // A frame is never without a title.
          if (title.trim() === '') setItem(id, { title: t('newFrame') }, 'title');
          leave(rowKey);
        }}
      />
    </span>
  );
}

function setItem(key: string, patch: Readonly<Record<string, string>>, field: string): void {
  const { run, flowId } = useEditor.getState();
  run('setItem', { flow: flowId, key, patch, mergeKey: `${field}:${key}` });
}

interface CaptionEditorProps {
  readonly id: string;
  readonly exit: string;
  readonly rowKey: string;
}

function CaptionEditor({ id, exit, rowKey }: CaptionEditorProps) {
  const t = useCopy('outline');
  const node = useNode(id);
  const facts = useBotFacts();
  const spec = node && exitsOf(node, facts).find((each) => each.id === exit);
  const exits = node && faceOf(node.kind)?.exits;
  if (!exits || spec?.label === undefined) return null;

  /** The newest data: leaving comes before this is drawn again. */
  function latest(): unknown {
    const fresh = nodeOf(useEditor.getState(), id);
    const known = fresh && reading(fresh);
    return known?.ok ? known.data : null;
  }

  function write(patch: Readonly<Record<string, unknown>> | null | undefined, mergeKey?: string): void {
    const { run, flowId } = useEditor.getState();
    if (patch && Object.keys(patch).length > 0)
      run('setData', { flow: flowId, node: id, patch, ...(mergeKey === undefined ? {} : { mergeKey }) });
  }

  function onDone(how: 'next' | 'done'): void {
    const data = latest();
    const next = how === 'next' && data !== null ? exits?.next(data, exit) : null;
    useEditor.getState().flush();
    if (next) {
      write(next.patch);
      const key = outputKey(id, next.exit);
      return focusRow(key, { writing: key });
    }
    const isConnected = nodeOf(useEditor.getState(), id)?.exits?.[exit] !== undefined;
    const gone = data === null ? null : exits?.leave(data, exit, isConnected);
    leave(rowKey);
    write(gone);
  }

  return (
    <span className={styles.editor}>
      <CardTextEditor
        value={spec.label}
        label={t('optionName')}
        onChange={(label) => write(exits.rename(latest(), exit, label), `exit:${exit}`)}
        onDone={onDone}
      />
    </span>
  );
}
