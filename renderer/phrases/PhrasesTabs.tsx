import { useMemo } from 'react';
import { phraseKey } from '../../engine/nlu/phraseKey.ts';
import { navigate } from '../app/route.ts';
import { useCopy } from '../copy/useCopy.ts';
import { useUnrecognised } from './inbox/useUnrecognised.ts';
import styles from './PhrasesScreen.module.css';
import { useTopics } from './useTopics.ts';

interface PhrasesTabsProps {
  readonly bot: string;
  readonly view: 'topics' | 'inbox';
}

/** The two halves of the screen: what the bot knows, and what it did not understand. */
export function PhrasesTabs({ bot, view }: PhrasesTabsProps) {
  const t = useCopy('phrases');
  const waiting = useWaiting(bot);
  const tab = (name: 'topics' | 'inbox', words: string, count = 0) => (
    <button
      type="button"
      className={styles.tab}
      aria-current={view === name ? 'page' : undefined}
      data-testid={`phrases-${name}`}
      onClick={() => navigate({ screen: 'phrases', bot, ...(name === 'inbox' && { view: 'inbox' as const }) })}
    >
      {words}
      {count > 0 && <span className={styles.count}>{count}</span>}
    </button>
  );
  return (
    <nav className={styles.tabs} aria-label={t('title')}>
      {tab('topics', t('topics.title'))}
      {tab('inbox', t('inbox'), waiting)}
    </nav>
  );
}

/** Messages nobody has sorted yet; what the draft has learned meanwhile needs no sorting. */
function useWaiting(bot: string): number {
  const { texts } = useUnrecognised(bot);
  const topics = useTopics();
  const known = useMemo(() => new Set(topics.flatMap(({ phrases }) => phrases.map(phraseKey))), [topics]);
  return (texts ?? []).filter(({ ignored, key }) => !ignored && !known.has(key)).length;
}
