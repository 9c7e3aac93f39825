import { actionOf } from '../../../engine/nodes/set/actions.ts';
import type { Assignment } from '../../../engine/nodes/set/schema.ts';
import type { Copy } from '../../copy/i18n.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { CardLine } from '../CardLine.tsx';
import type { CardProps } from '../face.ts';
import { TemplateText } from '../TemplateText.tsx';

const LINES = 3;

/** «{скидка} = 10», a line each. */
export function SetCard({ data }: CardProps<'set'>) {
  const t = useCopy('logic');
  const lines = (data.assignments ?? []).filter((line) => (line.variable ?? '') !== '');
  if (lines.length === 0) return <CardLine tone="prompt">{t('set.empty')}</CardLine>;
  return (
    <>
      {lines.slice(0, LINES).map((line, at) => (
        <CardLine key={at}>
          <TemplateText text={lineInWords(line, t)} />
        </CardLine>
      ))}
      {lines.length > LINES && <CardLine tone="quiet">{t('moreLines', { count: lines.length - LINES })}</CardLine>}
    </>
  );
}

function lineInWords({ variable = '', op, value }: Assignment, t: Copy<'logic'>): string {
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
