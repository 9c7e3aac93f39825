import { useCopy } from '../../copy/useCopy.ts';
import { StatusDot } from '../../inspector/StatusDot.tsx';
import styles from '../Card.module.css';
import { CardLine } from '../CardLine.tsx';
import type { CardProps } from '../face.ts';
import { useBotFacts } from '../useBotFacts.ts';

export function StatusCard({ data }: CardProps<'status'>) {
  const t = useCopy('nodes');
  const { statuses } = useBotFacts();
  const chosen = statuses.find((status) => status.id === data.status);
  if (chosen)
    return (
      <CardLine>
        <span className={styles.mark}>
          <StatusDot role={chosen.role} />
          {t('toStatus', { status: chosen.name })}
        </span>
      </CardLine>
    );
  const isLost = (data.status ?? '') !== '';
  return <CardLine tone={isLost ? 'danger' : 'prompt'}>{t(isLost ? 'lostStatus' : 'noStatus')}</CardLine>;
}
