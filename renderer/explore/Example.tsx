import { Clock, Settings2 } from 'lucide-react';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { useCopy } from '../copy/useCopy.ts';
import styles from './FindingList.module.css';
import { type LineWords, lineWords } from './lineWords.ts';

interface ExampleProps {
  readonly id: string;
  readonly lines: readonly string[];
  readonly bot: Bot;
}

/** An example conversation, line by line: who says what, and what happens around it. */
export function Example({ id, lines, bot }: ExampleProps) {
  const t = useCopy('problems');
  return (
    <ol id={id} className={styles.example} aria-label={t('paths.lines')}>
      {lines.map((line, at) => (
        <Line key={at} {...lineWords(line, bot)} />
      ))}
    </ol>
  );
}

function Line({ by, text }: LineWords) {
  const t = useCopy('simulator');
  const isSaid = by === 'customer' || by === 'operator';
  return (
    <li data-by={by}>
      {isSaid ? (
        <span className={styles.who}>{t(`from.${by}`)}</span>
      ) : (
        <span className={styles.mark}>
          {by === 'time' ? <Clock size={14} aria-hidden /> : <Settings2 size={14} aria-hidden />}
        </span>
      )}
      <span className={styles.said}>{text}</span>
    </li>
  );
}
