import { useCopy } from '../../copy/useCopy.ts';
import { CardLine } from '../CardLine.tsx';
import { CardTextIfAny } from '../CardTextIfAny.tsx';
import type { CardProps } from '../face.ts';
import { useBotFacts } from '../useBotFacts.ts';

export function HandoffCard({ data }: CardProps<'handoff'>) {
  const t = useCopy('nodes');
  const { statuses } = useBotFacts();
  const chosen = statuses.find((status) => status.id === data.status);
  const isLost = !chosen && (data.status ?? '') !== '';
  return (
    <>
      <CardTextIfAny text={data.text ?? ''} lines={2} field="text" patch={(text) => ({ text })} />
      {chosen ? (
        <CardLine tone="quiet">{t('handoffStatus', { status: chosen.name })}</CardLine>
      ) : (
        <CardLine tone={isLost ? 'danger' : 'prompt'}>{t(isLost ? 'lostStatus' : 'handoffNoStatus')}</CardLine>
      )}
    </>
  );
}
