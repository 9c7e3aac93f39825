import type { BotNode } from '../../engine/flow/botSchema.ts';
import { copyOf } from '../copy/i18n.ts';
import { announce } from '../editor/announcer.ts';
import { factsOf } from '../editor/factsOf.ts';
import { exitsOf, reading } from '../editor/nodeData.ts';
import { nodeOf, useEditor } from '../editor/store.ts';
import { exitTitle } from '../nodes/exitTitle.ts';
import { faceOf } from '../nodes/registry.ts';

/** The data of a block with one of its outputs a place higher (-1) or lower (1); null = there is no such place. */
export function optionMoved(node: BotNode, exit: string, by: 1 | -1): Readonly<Record<string, unknown>> | null {
  const known = reading(node);
  return known.ok ? (faceOf(node.kind)?.exits?.move(known.data, exit, by) ?? null) : null;
}

/** Moves an output of a menu among its neighbours; the keyboard stays with it. */
export function moveOption(id: string, exit: string, by: 1 | -1): void {
  const state = useEditor.getState();
  const node = nodeOf(state, id);
  const patch = node && optionMoved(node, exit, by);
  if (!patch) return announce(copyOf('canvas')('saidStays'));
  if (!state.run('setData', { flow: state.flowId, node: id, patch })) return;
  const fresh = nodeOf(useEditor.getState(), id);
  const specs = fresh ? exitsOf(fresh, factsOf(state.bot)).filter((spec) => spec.label !== undefined) : [];
  const at = specs.findIndex((spec) => spec.id === exit);
  const spec = specs[at];
  if (spec) announce(copyOf('canvas')('saidOption', { exit: exitTitle(spec, at), at: at + 1, count: specs.length }));
}
