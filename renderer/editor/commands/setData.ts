import type { Bot } from '../../../engine/flow/botSchema.ts';
import type { Command } from '../command.ts';
import { factsOf } from '../factsOf.ts';
import { findNode, withNode, withoutExits } from '../draft.ts';
import { exitsOf } from '../nodeData.ts';

export interface SetDataArgs {
  readonly flow: string;
  readonly node: string;
  /** Laid over the node's data; `undefined` removes a field. */
  readonly patch: Readonly<Record<string, unknown>>;
  /** Edits under one key merge until a pause. None = a step of its own. */
  readonly mergeKey?: string;
}

/** A removed option takes its connection along, in the same step: nothing dangles that the author can't see. */
export const setData: Command<SetDataArgs> = {
  capture: 'later',
  apply(bot, { flow, node, patch }): Bot {
    return withNode(bot, flow, node, (before) => {
      const old: Readonly<Record<string, unknown>> = before.data ?? {};
      if (Object.entries(patch).every(([field, value]) => Object.is(old[field], value))) return before;
      const data = Object.fromEntries(Object.entries({ ...old, ...patch }).filter(([, value]) => value !== undefined));
      const after = { ...before, data };
      const facts = factsOf(bot);
      const kept = new Set(exitsOf(after, facts).map((exit) => exit.id));
      const removed = new Set(exitsOf(before, facts).flatMap(({ id }) => (kept.has(id) ? [] : [id])));
      return withoutExits(after, (exit) => removed.has(exit));
    });
  },
  label(bot, { flow, node }) {
    const at = findNode(bot, flow, node);
    return { key: 'edit', name: at?.name ?? at?.kind ?? node };
  },
  touched: (_, { flow, node }) => ({ flow, nodes: [node] }),
  mergeKey: ({ node, mergeKey }) => (mergeKey === undefined ? undefined : `${node}/${mergeKey}`),
};
