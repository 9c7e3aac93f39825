import { CircleQuestionMark } from 'lucide-react';
import type { Place } from '../../engine/model/state.ts';
import type { TraceEntry } from '../../engine/model/trace.ts';
import { useCopy } from '../copy/useCopy.ts';
import { useEditor } from '../editor/store.ts';
import { Popover } from '../ui/Popover.tsx';
import type { Cause } from './explain.ts';
import styles from './Log.module.css';
import { placeTitle } from './placeTitle.ts';
import { stepWords, understoodDetail } from './stepWords.ts';

interface WhyProps {
  readonly heard: string | null;
  readonly cause: Cause | null;
  readonly steps: readonly TraceEntry[];
  readonly saidBy: Place | null;
  readonly at: number;
}

/** «Why did the bot say that?»: how the message was read and the way from there to these words, step by step. */
export function Why({ heard, cause, steps, saidBy, at }: WhyProps) {
  const t = useCopy('simulator');
  const bot = useEditor((state) => state.bot);
  const { goTo } = useEditor.getState();
  return (
    <Popover
      title={t('whyTitle')}
      trigger={
        <button type="button" className={styles.tool} aria-label={t('why')} title={t('why')}>
          <CircleQuestionMark size={15} aria-hidden />
        </button>
      }
    >
      {heard !== null && heard !== '' && <p className={styles.heard}>{t('heard', { text: heard })}</p>}
      {cause !== null && <p className={styles.heard}>{t(`cause.${cause}`)}</p>}
      <ol className={styles.steps}>
        {steps.map((entry, index) => (
          <Step key={index} entry={entry} next={steps[index + 1]} at={at} />
        ))}
        {saidBy !== null && (
          <li className={styles.saidBy}>
            <button type="button" className={styles.place} onClick={() => goTo(saidBy.flow, saidBy.node)}>
              {t('saidBy', { block: placeTitle(bot, saidBy) })}
            </button>
          </li>
        )}
      </ol>
    </Popover>
  );
}

interface StepProps {
  readonly entry: TraceEntry;
  readonly next: TraceEntry | undefined;
  readonly at: number;
}

/** Blocks on the way are told by the outputs that led to them. */
function Step({ entry, next, at }: StepProps) {
  const t = useCopy('simulator');
  const bot = useEditor((state) => state.bot);
  if (entry.type === 'enter' || entry.type === 'waiting' || entry.type === 'effect') return null;
  if (entry.type === 'understood') {
    const detail = understoodDetail(entry, bot, t);
    return (
      <li>
        {t(`rung.${entry.rung}`)}
        {detail !== '' && <span className={styles.stepDetail}>{detail}</span>}
      </li>
    );
  }
  if (entry.type === 'missed') return entry.count > 1 ? <li>{t('ranOut', { count: entry.count })}</li> : null;
  const words = stepWords(entry, next, { bot, now: at, t });
  return words === null ? null : <li>{words}</li>;
}
