import { Check, CircleAlert } from 'lucide-react';
import type { Intent } from '../../engine/model/definitions.ts';
import { usePreferences } from '../app/preferences.ts';
import { clock } from '../app/times.ts';
import { useCopy } from '../copy/useCopy.ts';
import { useEditor } from '../editor/store.ts';
import { Spinner } from '../ui/Spinner.tsx';
import { loreOf, sameLore, useLearner } from './learning/learner.ts';
import { openTopic } from './openTopic.ts';
import styles from './TopicList.module.css';

/** Quietly: what the bot knows by now, and what keeps it from knowing a topic. */
export function LearnedLine({ topics, open }: { readonly topics: readonly Intent[]; readonly open: string | null }) {
  const t = useCopy('phrases');
  const language = usePreferences((state) => state.language);
  const bot = useEditor((state) => state.bot);
  const { learned, failed, want } = useLearner();
  // The one on screen is just being filled.
  const empty = topics.find(({ id, phrases }) => id !== open && phrases.every((phrase) => phrase.trim() === ''));
  const isFresh = learned !== null && sameLore(learned, loreOf(bot));

  const trouble =
    empty !== undefined
      ? {
          words: t('learned.empty', { topic: empty.name }),
          way: t('learned.go'),
          run: () => openTopic(empty.id),
        }
      : failed
        ? { words: t('learned.failed'), way: t('learned.again'), run: () => want(loreOf(bot)) }
        : null;

  return (
    <>
      {trouble && (
        <p className={styles.trouble} role="status" data-testid="learn-trouble">
          <CircleAlert size={14} aria-hidden />
          <span>
            {trouble.words}{' '}
            <button type="button" className={styles.link} onClick={trouble.run}>
              {trouble.way}
            </button>
          </span>
        </p>
      )}
      {!failed && (
        <p
          className={styles.learned}
          data-testid="learned"
          data-state={!isFresh ? 'learning' : learned.calibrated ? 'learned' : 'rough'}
        >
          {isFresh && learned.calibrated ? <Check size={13} aria-hidden /> : <Spinner />}
          {!isFresh && t('learned.learning')}
          {isFresh && !learned.calibrated && t('learned.rough')}
          {isFresh && learned.calibrated && t('learned.at', { time: clock(learned.at, language) })}
        </p>
      )}
    </>
  );
}
