import type { BotNode } from '../../engine/flow/botSchema.ts';
import { useCopy } from '../copy/useCopy.ts';
import { reading } from '../editor/nodeData.ts';
import { nodeOf, useEditor } from '../editor/store.ts';
import { CardTextEditor } from '../nodes/CardTextEditor.tsx';
import { faceOf } from '../nodes/registry.ts';
import { leaveEditing } from './leaveEditing.ts';
import type { OutputRow } from './outputRows.ts';
import { editOnCard } from './view.ts';

export interface OptionEditorProps {
  readonly node: BotNode;
  readonly flow: string;
  readonly row: OutputRow;
}

/** The caption of an output, edited on its row. Enter goes to the next one, and makes it at the end. */
export function OptionEditor({ node, flow, row }: OptionEditorProps) {
  const t = useCopy('canvas');
  const field = `exit:${row.id}`;

  function write(patch: Readonly<Record<string, unknown>> | null | undefined, mergeKey?: string): void {
    if (!patch) return;
    useEditor
      .getState()
      .run('setData', { flow, node: node.id, patch, ...(mergeKey === undefined ? {} : { mergeKey }) });
  }

  /** The newest data: blur comes after the last key, before this component is drawn again. */
  function latest(): unknown {
    const fresh = nodeOf(useEditor.getState(), node.id);
    const known = fresh && reading(fresh);
    return known?.ok ? known.data : null;
  }

  function onDone(how: 'next' | 'done'): void {
    const exits = faceOf(node.kind)?.exits;
    const data = latest();
    if (!exits || data === null) return leaveEditing(node.id, field);
    const next = how === 'next' ? exits.next(data, row.id) : null;
    useEditor.getState().flush();
    if (next) {
      if (Object.keys(next.patch).length > 0) write(next.patch, `exit:${next.exit}`);
      return editOnCard(node.id, `exit:${next.exit}`);
    }
    write(exits.leave(data, row.id, row.target !== undefined), field);
    leaveEditing(node.id, field);
  }

  return (
    <CardTextEditor
      value={row.label ?? ''}
      label={t('optionText')}
      onChange={(label) => write(faceOf(node.kind)?.exits?.rename(latest(), row.id, label), field)}
      onDone={onDone}
    />
  );
}
