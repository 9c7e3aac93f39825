import { useCopy } from '../copy/useCopy.ts';
import { useEditor } from '../editor/store.ts';
import styles from './Log.module.css';
import type { PathItem } from './reasons.ts';
import { stepWords } from './stepWords.ts';

/** Everything the bot did in a turn that no customer and no other line tells of, for who wants to know it all. */
export function HiddenSteps({ path }: { readonly path: PathItem }) {
  const t = useCopy('simulator');
  const bot = useEditor((state) => state.bot);
  const words = path.trace
    .map((entry, at) => stepWords(entry, path.trace[at + 1], { bot, now: path.at, t }))
    .filter((step) => step !== null);
  if (words.length === 0) return null;
  return (
    <ol className={styles.hiddenSteps} aria-label={t('hiddenSteps')} data-testid="chat-steps">
      {words.map((step, at) => (
        <li key={at}>{step}</li>
      ))}
    </ol>
  );
}
