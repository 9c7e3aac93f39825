import { useCopy } from '../../copy/useCopy.ts';
import styles from './TryPhrase.module.css';
import type { WordShare } from './whyWords.ts';

interface WhyWordProps {
  readonly word: WordShare;
  /** The bot knows what words mean, not only how they are spelt. */
  readonly byMeaning: boolean;
}

/** A word that decided: how much, and the piece of it that phrases of the topic have. */
export function WhyWord({ word: { word, share, piece }, byMeaning }: WhyWordProps) {
  const t = useCopy('phrases');
  const end = piece === null ? 0 : piece.at + piece.text.length;
  return (
    <li className={styles.word}>
      <span className={styles.letters}>
        {piece === null ? (
          word
        ) : (
          <>
            {word.slice(0, piece.at)}
            <mark>{piece.text}</mark>
            {word.slice(end)}
          </>
        )}
      </span>
      <span className={styles.where}>
        {piece === null
          ? t(byMeaning ? 'try.byMeaning' : 'try.byOthers')
          : t('try.inPhrases', { count: piece.phrases })}
      </span>
      <span className={styles.bar} aria-hidden>
        <span style={{ width: `${String(Math.max(4, Math.round(share * 100)))}%` }} />
      </span>
    </li>
  );
}
