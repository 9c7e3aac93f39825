import { navigate } from '../app/route.ts';
import { useCopy } from '../copy/useCopy.ts';
import { useInbox } from './inbox/useInbox.ts';
import { useWaitingGroups } from './inbox/waitingGroups.ts';
import styles from './PhrasesScreen.module.css';

interface PhrasesTabsProps {
  readonly bot: string;
  readonly view: 'topics' | 'inbox';
}

/** The two halves of the screen: what the bot knows, and what it did not understand. */
export function PhrasesTabs({ bot, view }: PhrasesTabsProps) {
  const t = useCopy('phrases');
  const waiting = useWaitingGroups((state) => (state.bot === bot ? state.count : 0));
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
      {view === 'topics' && <Gathering key={bot} bot={bot} />}
      {tab('topics', t('topics.title'))}
      {tab('inbox', t('inbox'), waiting)}
    </nav>
  );
}

/** Where the list itself is not on screen, its groups are gathered for their number. */
function Gathering({ bot }: { readonly bot: string }) {
  useInbox(bot);
  return null;
}
