import { useMemo } from 'react';
import type { BotFlow, BotNode } from '../../engine/flow/botSchema.ts';
import { factsOf } from '../editor/factsOf.ts';
import { nodesById } from '../editor/flowIndex.ts';
import { openFlowOf, useEditor } from '../editor/store.ts';
import { useList } from './listStore.ts';
import { type OutlineRow, outlineOf } from './outline.ts';
import { searchWords } from './rowWords.ts';
import { openThings, type Things } from './things.ts';
import { found, unfolded } from './visibleRows.ts';

export interface Outline {
  readonly rows: readonly OutlineRow[];
  /** Those on show. */
  readonly shown: readonly OutlineRow[];
  /** The first that has the words looked for, not only leads to one. */
  readonly first: OutlineRow | undefined;
}

const NO_FLOW: BotFlow = { id: '', name: '', nodes: [] };
const NO_THINGS = JSON.stringify({ notes: [], frames: [] } satisfies Things);

/** The open flow as the rows of the list; filtered, nothing is folded. */
export function useOutline(): Outline {
  const flow = useEditor((state) => openFlowOf(state) ?? NO_FLOW);
  const facts = useEditor((state) => factsOf(state.bot));
  const layout = useEditor((state) => state.bot.layout?.[state.flowId]);
  const folded = useList((state) => state.folded);
  const query = useList((state) => state.query);
  // Moving a block changes the layout too; what stands there mostly stays the same.
  const things = useMemo(() => (layout ? JSON.stringify(openThings(layout)) : NO_THINGS), [layout]);
  const rows = useMemo(() => outlineOf(flow, facts, JSON.parse(things) as Things), [flow, facts, things]);
  const { shown, first } = useMemo(() => {
    const nodeBy = (id: string): BotNode | undefined => nodesById(flow).get(id);
    const words = (row: OutlineRow): string => searchWords(row, nodeBy, facts);
    const wanted = query.trim().toLocaleLowerCase();
    const indexes = wanted === '' ? unfolded(rows, folded) : found(rows, wanted, words);
    const visible = indexes.flatMap((index) => rows[index] ?? []);
    return { shown: visible, first: visible.find((row) => wanted === '' || words(row).includes(wanted)) };
  }, [rows, folded, query, flow, facts]);
  return { rows, shown, first };
}
