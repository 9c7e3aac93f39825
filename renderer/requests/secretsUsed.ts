import type { Bot } from '../../engine/flow/botSchema.ts';
import { reading } from '../editor/nodeData.ts';

/** Names of the access keys that a bot's requests carry, each once. */
export function secretsUsed(bot: Bot): string[] {
  const used = bot.flows.flatMap(({ nodes }) =>
    nodes.flatMap((node) => {
      const known = reading(node);
      return known.ok ? (known.kind.secrets?.(known.data) ?? []) : [];
    }),
  );
  return [...new Set(used)];
}
