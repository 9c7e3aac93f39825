import { useCopy } from '../copy/useCopy.ts';
import styles from './ChatHint.module.css';
import { useFirstSteps } from './firstSteps.ts';

/** The one hint of the first run, under the field it speaks of. Gone for good with the bot's first answer. */
export function ChatHint() {
  const t = useCopy('firstSteps');
  const isNew = useFirstSteps(({ loaded, done }) => loaded && !done.includes('example'));
  return isNew ? (
    <p className={styles.hint} data-testid="chat-hint">
      {t('hint')}
    </p>
  ) : null;
}
