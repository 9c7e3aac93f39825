import type { Bot } from '../../engine/flow/botSchema.ts';
import { templateNames } from '../../engine/expression/template.ts';
import { reading } from '../editor/nodeData.ts';

/** In how many blocks a variable is said, asked for or written. */
export function variableUses(bot: Bot, variable: string): number {
  const nodes = bot.flows.flatMap((flow) => flow.nodes);
  return nodes.filter((node) => {
    const known = reading(node);
    if (!known.ok) return false;
    const { kind, data } = known;
    const named = [
      ...kind.texts(data).flatMap(templateNames),
      ...(kind.reads?.(data) ?? []),
      ...(kind.writes?.(data) ?? []),
    ];
    return named.includes(variable);
  }).length;
}
