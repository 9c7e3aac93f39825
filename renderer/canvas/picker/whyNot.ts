import type { Bot } from '../../../engine/flow/botSchema.ts';
import { flowById } from '../../../engine/flow/graph.ts';
import type { KindName } from '../../../engine/nodes/kind.ts';
import { kindOf } from '../../../engine/nodes/registry.ts';
import { factsOf } from '../../editor/factsOf.ts';
import type { Door } from '../view.ts';

export type WhyNot = 'whyEntry' | 'whyOnlyStart' | 'whyOnlyResume' | 'whyNoExit';

/** Why a kind can't be added through this door; null = it can. Such kinds are shown disabled, with the reason. */
export function whyNot(kind: KindName, door: Door, bot: Bot, flowId: string): WhyNot | null {
  const known = kindOf(kind);
  const isThere = (nodes: readonly { kind: string }[] | undefined): boolean =>
    nodes?.some((node) => node.kind === kind) === true;
  if (kind === 'start' && isThere(flowById(bot, flowId)?.nodes)) return 'whyOnlyStart';
  if (kind === 'resume' && bot.flows.some((flow) => isThere(flow.nodes))) return 'whyOnlyResume';
  if (door.to !== 'canvas' && known?.entry === true) return 'whyEntry';
  if (door.to !== 'edge') return null;
  return (known?.exits(known.initial(bot.language), factsOf(bot)) ?? []).length === 0 ? 'whyNoExit' : null;
}
