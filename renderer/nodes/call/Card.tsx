import { useCopy } from '../../copy/useCopy.ts';
import { CardLine } from '../CardLine.tsx';
import type { CardProps } from '../face.ts';
import { useBotFacts } from '../useBotFacts.ts';

export function CallCard({ data }: CardProps<'call'>) {
  const t = useCopy('system');
  const { flows } = useBotFacts();
  const flow = flows.find((known) => known.id === data.flow);
  if (flow !== undefined) return <CardLine wrap>{t('call.card', { flow: flow.name })}</CardLine>;
  const isLost = (data.flow ?? '') !== '';
  return <CardLine tone={isLost ? 'danger' : 'prompt'}>{t(isLost ? 'call.lost' : 'call.none')}</CardLine>;
}
