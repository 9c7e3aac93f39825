import { useCopy } from '../../copy/useCopy.ts';
import { CardLine } from '../CardLine.tsx';
import { CardTextIfAny } from '../CardTextIfAny.tsx';
import type { CardProps } from '../face.ts';
import { useBotFacts } from '../useBotFacts.ts';

export function EndCard({ data }: CardProps<'end'>) {
  const t = useCopy('nodes');
  const system = useCopy('system');
  const { statuses } = useBotFacts();
  const outcome = data.outcome ?? '';
  const words = outcome === 'solved' || outcome === 'unsolved' ? t(`outcome.${outcome}`) : outcome;
  const status = statuses.find((known) => known.id === data.status);
  return (
    <>
      <CardTextIfAny text={data.text ?? ''} lines={2} field="text" patch={(text) => ({ text })} />
      <CardLine tone="quiet">{words === '' ? t('ended') : t('endedAs', { outcome: words })}</CardLine>
      {data.rating === true && <CardLine tone="quiet">{system('end.ratingCard')}</CardLine>}
      {status && <CardLine tone="quiet">{t('toStatus', { status: status.name })}</CardLine>}
    </>
  );
}
