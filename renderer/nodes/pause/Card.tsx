import { pauseWord } from '../../../engine/nodes/pause/word.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { CardLine } from '../CardLine.tsx';
import { CardTextIfAny } from '../CardTextIfAny.tsx';
import type { CardProps } from '../face.ts';
import { spanWords } from '../spanWords.ts';
import { untilWords } from '../untilWords.ts';
import { useBotFacts } from '../useBotFacts.ts';

export function PauseCard({ data }: CardProps<'pause'>) {
  const t = useCopy('time');
  const names = useCopy('inspector');
  const word = pauseWord(data, useBotFacts());
  const { minutes, until, weekdays = [], text = '' } = data;
  const span = until !== undefined ? untilWords(until, weekdays, t, names) : spanWords(minutes ?? 0, t);
  return (
    <>
      <CardTextIfAny text={text} lines={2} field="text" patch={(next) => ({ text: next })} />
      <CardLine>
        {until === undefined && minutes === undefined ? t('pause.silent') : t('pause.silentFor', { span })}
      </CardLine>
      {word !== '' && <CardLine tone="quiet">{t('pause.byWord', { word })}</CardLine>}
    </>
  );
}
