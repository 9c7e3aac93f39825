import { actionOf } from '../../../engine/nodes/set/actions.ts';
import type { Assignment } from '../../../engine/nodes/set/schema.ts';
import type { Copy } from '../../copy/i18n.ts';

/** «{{скидка}} = 10». */
export function lineInWords({ variable = '', op, value }: Assignment, t: Copy<'logic'>): string {
  const name = `{{${variable}}}`;
  const shown = valueInWords(value);
  const action = actionOf(op);
  switch (action) {
    case 'clear':
      return t('set.cleared', { variable: name });
    case 'now':
      return t('set.now', { variable: name });
    case 'random':
      return t('set.random', { variable: name, range: shown });
    case 'append':
      return `${name} + ${shown}`;
    default:
      return `${name} ${action === '-' ? '−' : (action ?? op ?? '=')} ${shown}`.trim();
  }
}

function valueInWords(value: Assignment['value']): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'object') return `${String(value.min ?? 1)}–${String(value.max ?? '')}`;
  return typeof value === 'boolean' ? (value ? '✓' : '—') : String(value);
}
