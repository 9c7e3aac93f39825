import type { BotNode } from '../../engine/flow/botSchema.ts';
import { reading } from './nodeData.ts';

/** The block a «Go to» leads to; null = elsewhere, or nowhere yet. */
export function jumpTargetOf(node: BotNode): { readonly flow: string | undefined; readonly node: string } | null {
  const known = reading(node);
  const target = known.ok ? known.kind.target?.(known.data) : null;
  return target?.to === 'node' ? target : null;
}
