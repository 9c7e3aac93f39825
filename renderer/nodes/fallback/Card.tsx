import { useCopy } from '../../copy/useCopy.ts';
import { CardLine } from '../CardLine.tsx';
import { CardText } from '../CardText.tsx';
import type { CardProps } from '../face.ts';
import { useBotFacts } from '../useBotFacts.ts';

const DEFAULT_ATTEMPTS = 3;

export function FallbackCard({ data }: CardProps<'fallback'>) {
  const t = useCopy('nodes');
  const { settings } = useBotFacts();
  const second = t(data.clarify === false ? 'fallbackHint' : 'fallbackClarify');
  const last = data.attempts ?? settings.attempts ?? DEFAULT_ATTEMPTS;
  return (
    <>
      {data.hint !== undefined && <CardText text={data.hint} lines={2} field="hint" patch={(hint) => ({ hint })} />}
      <CardLine wrap tone="quiet">
        {t('fallbackSteps', { second, last })}
      </CardLine>
    </>
  );
}
