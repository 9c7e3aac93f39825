import type { Value } from '../../../engine/model/value.ts';
import type { Copy } from '../../copy/i18n.ts';

/** A variable's value as a person reads it; empty = nothing is in it yet. */
export function valueText(value: Value, t: Copy<'liveSide'>): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  return Array.isArray(value) ? value.join(', ') : String(value);
}
