import type { Bot } from '../../engine/flow/botSchema.ts';
import type { Change } from '../../engine/flow/diff/change.ts';

export type ChangeMark = 'added' | 'changed';

/** What the canvas sets off, by `flow/node` and `flow/node/exit`. What was removed is nowhere to be marked. */
export interface ChangeMarks {
  readonly nodes: Readonly<Record<string, ChangeMark>>;
  readonly edges: Readonly<Record<string, ChangeMark>>;
}

const EXITS = 'exits.';

export function marksOf(changes: readonly Change[], bot: Bot): ChangeMarks {
  const nodes: Record<string, ChangeMark> = {};
  const edges: Record<string, ChangeMark> = {};
  for (const { flow, node, field, before, after } of changes) {
    if (flow === null || node === null) continue;
    const place = `${flow}/${node}`;
    if (field === 'node') {
      if (after !== null) nodes[place] = 'added';
    } else if (field.startsWith(EXITS) && after !== null) {
      edges[`${place}/${field.slice(EXITS.length)}`] = before === null ? 'added' : 'changed';
      // A connection that is gone shows on the block it left.
    } else nodes[place] ??= 'changed';
  }
  for (const flow of bot.flows)
    for (const node of flow.nodes)
      if (nodes[`${flow.id}/${node.id}`] === 'added')
        for (const exit of Object.keys(node.exits ?? {})) edges[`${flow.id}/${node.id}/${exit}`] = 'added';
  return { nodes, edges };
}
