import { useCopy } from '../../copy/useCopy.ts';
import { CardLine } from '../CardLine.tsx';
import type { CardProps } from '../face.ts';
import { TemplateText } from '../TemplateText.tsx';
import { lineInWords } from './lineInWords.ts';

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
