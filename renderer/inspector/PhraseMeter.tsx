import { useCopy } from '../copy/useCopy.ts';
import styles from './PhraseMeter.module.css';

/** From here a topic is known well enough; below the other it is guessed at (the engine's W-FEW). */
const GOOD = 10;
const FAIR = 5;

/** How well the bot can know a topic, by the number of its phrases: bars, a number and a word. */
export function PhraseMeter({ count, words = false }: { readonly count: number; readonly words?: boolean }) {
  const t = useCopy('inspector');
  const level = count >= GOOD ? 'good' : count >= FAIR ? 'fair' : 'weak';
  const filled = { weak: count === 0 ? 0 : 1, fair: 2, good: 3 }[level];
  const said = t('phrases', { count });
  return (
    <span className={styles.meter} data-level={level} title={`${said} · ${t(`health.${level}`)}`}>
      <span className={styles.bars} aria-hidden>
        {[1, 2, 3].map((bar) => (
          <span key={bar} data-on={bar <= filled || undefined} />
        ))}
      </span>
      <span className={styles.count}>{words ? `${said} · ${t(`health.${level}`)}` : count}</span>
    </span>
  );
}
