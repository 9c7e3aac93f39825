import { CircleAlert, CornerDownLeft, Lightbulb, TriangleAlert } from 'lucide-react';
import { useRef } from 'react';
import type { Problem } from '../../engine/check/problem.ts';
import { problemWords } from '../../engine/check/problemWords.ts';
import { usePreferences } from '../app/preferences.ts';
import { useCopy } from '../copy/useCopy.ts';
import { useEditor } from '../editor/store.ts';
import { blockTitle } from '../nodes/blockTitle.ts';
import styles from './ProblemList.module.css';
import { problemTopic } from '../phrases/problemTopic.ts';
import { problemFix } from '../inspector/problemFix.ts';
import { goToProblem } from './stepProblem.ts';

export type ProblemFilter = 'all' | 'errors' | 'selection';

const ICONS = { error: CircleAlert, warning: TriangleAlert, tip: Lightbulb };

function keyOf(problem: Problem): string {
  return JSON.stringify([problem.code, problem.flow, problem.node, problem.exit, problem.field, problem.facts]);
}

/** Every problem as a sentence with its block; a click or Enter goes there. ↑ and ↓ walk the list. */
export function ProblemList({ filter }: { readonly filter: ProblemFilter }) {
  const t = useCopy('problems');
  const problems = useEditor((state) => state.problems);
  const selected = useEditor((state) => state.selection.nodes);
  const flow = useEditor((state) => state.flowId);
  const list = useRef<HTMLUListElement>(null);
  const isHere = (problem: Problem): boolean =>
    problem.flow === flow && problem.node !== null && selected.includes(problem.node);
  const shown = problems.filter(
    (problem) => filter === 'all' || (filter === 'errors' ? problem.level === 'error' : isHere(problem)),
  );

  function walk(way: 1 | -1): void {
    const rows = [...(list.current?.querySelectorAll('button') ?? [])];
    const here = rows.findIndex((row) => row === document.activeElement);
    rows[Math.min(rows.length - 1, Math.max(0, here + way))]?.focus();
  }

  if (shown.length === 0) return <p className={styles.none}>{t('noneHere')}</p>;
  return (
    <ul
      ref={list}
      className={styles.list}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
        event.preventDefault();
        walk(event.key === 'ArrowDown' ? 1 : -1);
      }}
    >
      {shown.map((problem) => (
        <ProblemRow key={keyOf(problem)} problem={problem} at={problems.indexOf(problem)} here={isHere(problem)} />
      ))}
    </ul>
  );
}

interface ProblemRowProps {
  readonly problem: Problem;
  /** Its place among all problems. */
  readonly at: number;
  readonly here: boolean;
}

function ProblemRow({ problem, at, here }: ProblemRowProps) {
  const t = useCopy('problems');
  const language = usePreferences((state) => state.language);
  const inspector = useCopy('inspector');
  const bot = useEditor((state) => state.bot);
  const readOnly = useEditor((state) => state.readOnly);
  const flow = bot.flows.find((f) => f.id === problem.flow);
  const toTopic = problemTopic(problem, bot);
  const fix = readOnly ? null : problemFix(problem, bot);
  const many = bot.flows.length > 1;
  const node = flow?.nodes.find((n) => n.id === problem.node);
  const Icon = ICONS[problem.level];
  const place = node ? blockTitle(node) : t('wholeBot');
  return (
    <li className={styles.item} data-problem={at}>
      <button
        type="button"
        className={styles.row}
        data-level={problem.level}
        data-here={here || undefined}
        data-testid={`problem-${problem.code}`}
        onClick={() => goToProblem(problem)}
      >
        <Icon size={16} className={styles.icon} aria-label={t(`level.${problem.level}`)} />
        <span className={styles.place}>{many && flow ? `${flow.name} · ${place}` : place}</span>
        <span className={styles.words}>{problemWords(problem, language)}</span>
        <span className={styles.go} aria-hidden>
          {t('goTo')}
          <CornerDownLeft size={12} />
        </span>
      </button>
      {toTopic && (
        <button type="button" className={styles.fix} onClick={toTopic} data-testid="problem-topic">
          {t('openTopic')}
        </button>
      )}
      {fix && (
        <button type="button" className={styles.fix} onClick={() => fix.run()}>
          {inspector(`fix.${fix.key}`, { name: fix.name })}
        </button>
      )}
    </li>
  );
}
