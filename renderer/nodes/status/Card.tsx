import { useCopy } from '../../copy/useCopy.ts';
import { CardLine } from '../CardLine.tsx';
import type { CardProps } from '../face.ts';
import { useBotFacts } from '../useBotFacts.ts';

export function StatusCard({ data }: CardProps<'status'>) {
  const t = useCopy('nodes');
  const { statuses } = useBotFacts();
  const chosen = statuses.find((status) => status.id === data.status);
  if (chosen) return <CardLine>{t('toStatus', { status: chosen.name })}</CardLine>;
  const isLost = (data.status ?? '') !== '';
  return <CardLine tone={isLost ? 'danger' : 'prompt'}>{t(isLost ? 'lostStatus' : 'noStatus')}</CardLine>;
}
