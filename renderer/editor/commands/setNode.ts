import type { Command } from '../command.ts';
import { findNode, withNode } from '../draft.ts';

export interface SetNodeArgs {
  readonly flow: string;
  readonly node: string;
  /** What every block has (ux.md, 5.1). An empty name or note is taken away. */
  readonly patch: { readonly name?: string; readonly note?: string; readonly disabled?: boolean };
}

/** The name, the team note and «disabled» of a block. */
export const setNode: Command<SetNodeArgs> = {
  capture: 'later',
  apply(bot, { flow, node, patch }) {
    return withNode(bot, flow, node, (before) => {
      let after = before;
      for (const [field, value] of Object.entries(patch)) {
        if ((before[field] ?? '') === value || (!before[field] && !value)) continue;
        const { [field]: _, ...rest } = after;
        after = (value ? { ...after, [field]: value } : rest) as typeof before;
      }
      return after;
    });
  },
  label(bot, { flow, node, patch }) {
    const at = findNode(bot, flow, node);
    const key = patch.name !== undefined ? 'rename' : patch.disabled !== undefined ? 'toggle' : 'edit';
    return { key, name: at?.name ?? at?.kind ?? node };
  },
  touched: (_, { flow, node }) => ({ flow, nodes: [node] }),
  mergeKey: ({ node, patch }) => (patch.disabled === undefined ? `${node}/${Object.keys(patch).join()}` : undefined),
};
