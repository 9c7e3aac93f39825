import { X } from 'lucide-react';
import { useCopy } from '../copy/useCopy.ts';
import { focusChat } from '../inspector/dockStore.ts';
import { classes } from '../ui/classes.ts';
import styles from './Chat.module.css';
import { useSimulator } from './store.ts';

/** The conversations that are kept beside one another; nothing to see while there is one. */
export function TalkTabs() {
  const t = useCopy('simulator');
  const talks = useSimulator((state) => state.talks);
  const active = useSimulator((state) => state.active);
  const { showTalk, closeTalk } = useSimulator.getState();
  if (talks.length < 2) return null;
  return (
    <ul className={styles.talks} aria-label={t('talks')}>
      {talks.map(({ id }) => (
        <li key={id} className={classes(styles.talk, id === active && styles.talkShown)}>
          <button
            type="button"
            className={styles.talkName}
            aria-current={id === active || undefined}
            data-testid={`talk-${String(id)}`}
            onClick={() => showTalk(id)}
          >
            {t('talk', { number: id })}
          </button>
          <button
            type="button"
            className={styles.talkClose}
            aria-label={t('closeTalk', { number: id })}
            title={t('closeTalk', { number: id })}
            onClick={() => {
              closeTalk(id);
              focusChat();
            }}
          >
            <X size={12} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}
