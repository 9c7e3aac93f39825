import type { BotNode } from '../../engine/flow/botSchema.ts';
import { reading } from '../editor/nodeData.ts';

/** What a block says to the customer, for finding it by its words. */
export function cardTexts(node: BotNode): readonly string[] {
  const known = reading(node);
  return known.ok ? known.kind.texts(known.data) : [];
}
