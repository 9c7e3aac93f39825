import { problemWords } from '../../engine/check/problemWords.ts';
import { currentLanguage } from '../copy/i18n.ts';
import type { Problem } from '../../engine/check/problem.ts';
import { announce } from '../editor/announcer.ts';
import { useEditor } from '../editor/store.ts';

/** Opens the place of a problem: its block, and the output or the field in it. */
export function goToProblem(problem: Problem): void {
  const { goTo, openFlow, inspect } = useEditor.getState();
  if (problem.node === null) return openFlow(problem.flow);
  goTo(problem.flow, problem.node, { exit: problem.exit, field: problem.field });
  if (problem.field !== undefined) inspect(problem.field);
}

/** The next or the previous problem of the open flow, round and round (F8, Shift+F8). Tips are not stops. */
export function stepProblem(way: 1 | -1): void {
  const { problems, flowId, selection, reveal } = useEditor.getState();
  const stops = problems.filter((p) => p.flow === flowId && p.node !== null && p.level !== 'tip');
  if (stops.length === 0) return;
  const node = selection.nodes.at(-1);
  const exact = stops.findIndex((p) => p.node === node && p.exit === reveal?.exit && p.field === reveal?.field);
  const here = exact >= 0 ? exact : stops.findIndex((p) => p.node === node);
  const start = here === -1 && way === -1 ? 0 : here;
  const next = stops[(start + way + stops.length) % stops.length];
  if (!next) return;
  goToProblem(next);
  announce(problemWords(next, currentLanguage()));
}
