import type { Bot } from '../../engine/flow/botSchema.ts';
import { templateNames } from '../../engine/expression/template.ts';
import { reading } from '../editor/nodeData.ts';

/** In how many blocks a variable is said or written. */
export function variableUses(bot: Bot, variable: string): number {
  const nodes = bot.flows.flatMap((flow) => flow.nodes);
  return nodes.filter((node) => {
    const known = reading(node);
    if (!known.ok) return false;
    const { kind, data } = known;
    return kind.texts(data).flatMap(templateNames).includes(variable) || (kind.writes?.(data) ?? []).includes(variable);
  }).length;
}
