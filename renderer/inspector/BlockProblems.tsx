import { CircleAlert, Lightbulb, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { Problem } from '../../engine/check/problem.ts';
import { problemWords } from '../../engine/check/problemWords.ts';
import { currentLanguage } from '../copy/i18n.ts';
import { useCopy } from '../copy/useCopy.ts';
import { useEditor } from '../editor/store.ts';
import styles from './BlockProblems.module.css';
import { problemTopic } from '../phrases/problemTopic.ts';
import { openStatusSettings } from './openStatusSettings.ts';
import { problemFix } from './problemFix.ts';

const ICONS = { error: CircleAlert, warning: TriangleAlert, tip: Lightbulb };

/**
 * What is wrong with the block, as sentences; a button where the repair is safe. Of one kind the first is told and the rest
 * counted: a menu that is only just being written would push the fields its author types in down with every option.
 */
export function BlockProblems({ problems }: { readonly problems: readonly Problem[] }) {
  const t = useCopy('inspector');
  const [isWhole, setWhole] = useState(false);
  if (problems.length === 0) return null;
  const firsts = problems.filter(({ code }, at) => problems.findIndex((each) => each.code === code) === at);
  const more = problems.length - firsts.length;
  return (
    <div className={styles.list}>
      <ul className={styles.list} aria-label={t('problems')}>
        {(isWhole ? problems : firsts).map((problem, at) => (
          <ProblemLine key={`${problem.code}-${String(at)}`} problem={problem} />
        ))}
      </ul>
      {more > 0 && (
        <button type="button" className={styles.more} aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('sameFold') : t('sameMore', { count: more })}
        </button>
      )}
    </div>
  );
}

function ProblemLine({ problem }: { readonly problem: Problem }) {
  const t = useCopy('inspector');
  const bot = useEditor((state) => state.bot);
  const fix = problemFix(problem, bot);
  const toTopic = problemTopic(problem, bot);
  const Icon = ICONS[problem.level];
  return (
    <li className={styles.problem} data-level={problem.level}>
      <Icon size={15} className={styles.icon} aria-label={t(`level.${problem.level}`)} />
      <span className={styles.words}>
        {problemWords(problem, currentLanguage())}
        {fix === null && problem.code === 'E-NOOP' && (
          <button type="button" className={styles.fix} onClick={openStatusSettings}>
            {t('setUpStatuses')}
          </button>
        )}
        {toTopic && (
          <button type="button" className={styles.fix} onClick={toTopic}>
            {t('openTopic')}
          </button>
        )}
        {fix && (
          <button type="button" className={styles.fix} onClick={() => fix.run()}>
            {t(`fix.${fix.key}`, { name: fix.name })}
          </button>
        )}
      </span>
    </li>
  );
}
