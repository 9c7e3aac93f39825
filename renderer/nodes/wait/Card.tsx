import { reacts, replyOf } from '../../../engine/nodes/wait/due.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { CardLine } from '../CardLine.tsx';
import type { CardProps } from '../face.ts';
import { spanWords } from '../spanWords.ts';
import { untilWords } from '../untilWords.ts';

export function WaitCard({ data }: CardProps<'wait'>) {
  const t = useCopy('time');
  const names = useCopy('inspector');
  const { minutes, until, weekdays = [], openingHours } = data;
  const reply = (replyOf(data) ?? '').trim();
  if (openingHours !== true && until === undefined && minutes === undefined)
    return <CardLine tone="prompt">{t('wait.unset')}</CardLine>;
  return (
    <>
      <CardLine>
        {openingHours === true
          ? t('wait.untilOpening')
          : until === undefined
            ? spanWords(minutes ?? 0, t)
            : untilWords(until, weekdays, t, names)}
      </CardLine>
      {!reacts(data) && (
        <CardLine tone="quiet">{reply === '' ? t('wait.ignores') : t('wait.replies', { text: reply })}</CardLine>
      )}
    </>
  );
}
