import { useLanguage } from '../../copy/i18n.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { CardLine } from '../CardLine.tsx';
import { CardText } from '../CardText.tsx';
import type { CardProps } from '../face.ts';
import { ordinal } from '../ordinal.ts';
import { useBotFacts } from '../useBotFacts.ts';

const DEFAULT_ATTEMPTS = 3;

export function FallbackCard({ data }: CardProps<'fallback'>) {
  const t = useCopy('nodes');
  const { settings } = useBotFacts();
  const language = useLanguage((state) => state.language);
  const last = data.attempts ?? settings.attempts ?? DEFAULT_ATTEMPTS;
  const second = t(data.clarify === false ? 'fallbackHint' : 'fallbackClarify');
  const acts = [
    { at: 1, does: t('fallbackHint') },
    { at: 2, does: second },
  ].filter(({ at }) => at < last);
  const steps = [...acts, { at: last, does: t('fallbackGiveUp') }].map(({ at, does }, index) =>
    t(index === 0 ? 'fallbackFirst' : 'fallbackNext', { nth: ordinal(at, language), does }),
  );
  return (
    <>
      {data.hint !== undefined && <CardText text={data.hint} lines={2} field="hint" patch={(hint) => ({ hint })} />}
      <CardLine wrap tone="quiet">
        {steps.join(' · ')}
      </CardLine>
    </>
  );
}
