import { copyOf } from '../copy/i18n.ts';
import { announce } from '../editor/announcer.ts';
import type { EdgeRef } from '../editor/edges.ts';
import { factsOf } from '../editor/factsOf.ts';
import { exitsOf, takesInput } from '../editor/nodeData.ts';
import { nodeOf, useEditor } from '../editor/store.ts';
import { blockTitle } from '../nodes/blockTitle.ts';
import { exitTitle } from '../nodes/exitTitle.ts';

/** Leads an output to a block, and says so; or why not. */
export function connectBlocks(from: EdgeRef, target: string, instead?: EdgeRef): void {
  const t = copyOf('canvas');
  const state = useEditor.getState();
  const to = nodeOf(state, target);
  const source = nodeOf(state, from.node);
  if (!to || !source) return;
  if (!takesInput(to)) return announce(t('saidReason', { name: blockTitle(to) }));
  if (!state.run('connect', { flow: state.flowId, ...from, target, ...(instead && { instead }) })) return;
  const specs = exitsOf(source, factsOf(state.bot));
  const at = specs.findIndex((spec) => spec.id === from.exit);
  const spec = specs[at];
  const exit = spec ? exitTitle(spec, at) : from.exit;
  announce(t('saidConnected', { exit, target: blockTitle(to) }));
}
