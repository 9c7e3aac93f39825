import { caseInWords } from '../../../engine/nodes/condition/caseLabel.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { CardLine } from '../CardLine.tsx';
import type { CardProps } from '../face.ts';
import { useBotFacts } from '../useBotFacts.ts';

const LINES = 3;

/** What stands behind the branches with a name; the others say it themselves on their output rows. */
export function ConditionCard({ data }: CardProps<'condition'>) {
  const t = useCopy('logic');
  const facts = useBotFacts();
  const cases = data.cases ?? [];
  if (cases.length === 0) return <CardLine tone="prompt">{t('condition.empty')}</CardLine>;
  const named = cases.flatMap((branch) => {
    const label = branch.label?.trim() ?? '';
    const asked = caseInWords(branch, facts);
    return label === '' || asked === '' ? [] : [{ id: branch.id, text: `${label}: ${asked}` }];
  });
  if (cases.every((branch) => caseInWords(branch, facts) === ''))
    return <CardLine tone="prompt">{t('condition.choose')}</CardLine>;
  return (
    <>
      {named.slice(0, LINES).map(({ id, text }) => (
        <CardLine key={id}>{text}</CardLine>
      ))}
      {named.length > LINES && <CardLine tone="quiet">{t('moreLines', { count: named.length - LINES })}</CardLine>}
    </>
  );
}
