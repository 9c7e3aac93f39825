import type { Fix } from '../../../engine/check/fixes/fix.ts';
import { mainFlow } from '../../../engine/flow/graph.ts';
import type { Command } from '../command.ts';
import { findNode } from '../draft.ts';

export interface RepairArgs {
  readonly flow: string;
  /** Null = the repair is not of one block. */
  readonly node: string | null;
  readonly fix: Fix;
}

/** A safe repair of a problem: one step, which undo takes back. */
export const repair: Command<RepairArgs> = {
  capture: 'now',
  apply: (bot, { fix }) => fix.apply(bot),
  label(bot, { flow, node, fix }) {
    if (fix.key === 'removeLink') return { key: 'disconnect' };
    const at = node === null ? undefined : findNode(bot, flow, node);
    return at === undefined || fix.key === 'createVariable'
      ? { key: 'settings' }
      : { key: 'edit', name: at.name ?? at.kind };
  },
  touched: (bot, { flow, node, fix }) =>
    node === null || fix.key === 'createVariable' ? { flow: mainFlow(bot).id, nodes: [] } : { flow, nodes: [node] },
};
