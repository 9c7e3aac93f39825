import type { BotNode } from '../../engine/flow/botSchema.ts';
import { flowById } from '../../engine/flow/graph.ts';
import { reading } from './nodeData.ts';
import { useEditor } from './store.ts';
import { firstBlock } from './walk.ts';

/** Where «Go to» and a sub-flow lead, as a place of the bot; null = nowhere that can be shown. */
function leadsTo(node: BotNode): { readonly flow: string; readonly node: string } | null {
  const { bot, flowId } = useEditor.getState();
  const known = reading(node);
  if (!known.ok) return null;
  const target = known.kind.target?.(known.data) ?? calledFlow(known.data);
  if (target?.to !== 'node' && target?.to !== 'flow') return null;
  const flow = flowById(bot, target.flow ?? flowId);
  const id = flow && (target.to === 'node' ? target.node : firstBlock(flow));
  return flow && typeof id === 'string' && flow.nodes.some((each) => each.id === id)
    ? { flow: flow.id, node: id }
    : null;
}

/** A sub-flow is called by its id; other kinds have no such field. */
function calledFlow(data: unknown): { readonly to: 'flow'; readonly flow: string } | null {
  const flow = typeof data === 'object' && data !== null && 'flow' in data ? data.flow : undefined;
  return typeof flow === 'string' && flow !== '' ? { to: 'flow', flow } : null;
}

/** Goes to the place a block leads to (F12). False = it leads nowhere. */
export function followTarget(node: BotNode): boolean {
  const place = leadsTo(node);
  if (!place) return false;
  useEditor.getState().goTo(place.flow, place.node);
  return true;
}
