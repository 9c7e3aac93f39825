import { onlySlot } from '../../expression/template.ts';
import { isVariableName, type Value } from '../../model/value.ts';
import type { NodeContext } from '../kind.ts';
import type { Pair } from './schema.ts';

/** The variable a pair reads; null = a text with variables in it, which is filled. */
export function pairSource({ from = '' }: Pair): string | null {
  const text = from.trim();
  if (!text.includes('{{')) return text;
  const slot = onlySlot(text);
  return slot?.fallback === '' ? slot.name : null;
}

/** Reads every pair before it writes the first, so that two variables can change places. */
export function copyPairs(pairs: readonly Pair[] | undefined, context: NodeContext): void {
  const values = (pairs ?? []).map((pair) => [(pair.to ?? '').trim(), valueOf(pair, context)] as const);
  for (const [to, value] of values) if (isVariableName(to)) context.save(to, value);
}

function valueOf(pair: Pair, context: NodeContext): Value {
  const source = pairSource(pair);
  return source === null ? context.fill(pair.from ?? '') : context.known(source);
}
