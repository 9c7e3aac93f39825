import { CircleAlert, Lightbulb, TriangleAlert } from 'lucide-react';
import type { Problem } from '../../engine/check/problem.ts';
import { problemWords } from '../../engine/check/problemWords.ts';
import { currentLanguage } from '../copy/i18n.ts';
import { useCopy } from '../copy/useCopy.ts';
import styles from './ProblemMark.module.css';

const ICONS = { error: CircleAlert, warning: TriangleAlert, tip: Lightbulb };

/** The worst of a block's problems as a picture, how many there are, and all of them in words on hover. */
export function ProblemMark({ problems }: { readonly problems: readonly Problem[] }) {
  const t = useCopy('canvas');
  // The list comes errors first. A tip is not worth a mark on the card: it waits in the panel.
  const serious = problems.filter((problem) => problem.level !== 'tip');
  const [worst] = serious;
  if (!worst) return null;
  const Icon = ICONS[worst.level];
  const words = serious.map((problem) => problemWords(problem, currentLanguage())).join('\n');
  return (
    <span
      className={styles.mark}
      data-level={worst.level}
      data-titled
      title={words}
      role="img"
      aria-label={t('issues', { count: serious.length })}
    >
      <Icon size={16} aria-hidden />
      {serious.length > 1 && <span className={styles.count}>{serious.length}</span>}
    </span>
  );
}
