import type { Variable } from '../../model/definitions.ts';
import type { AnswerKind } from '../../nlu/entities/answer.ts';
import { isAnswerKind } from '../../nodes/answerKinds.ts';
import type { BotGraph } from './graph.ts';
import { dataOf, type NodeView } from './nodeView.ts';
import type { Add } from './pathFindings.ts';

type ValueType = Variable['type'];
/** What an answer becomes; any other is a text. */
const TYPES: Readonly<Partial<Record<AnswerKind, ValueType>>> = {
  number: 'number',
  money: 'number',
  yesno: 'boolean',
  date: 'date',
};

export interface Saved {
  readonly variable: string;
  readonly type: ValueType;
  readonly field: string;
}

/** What a node saves of an answer, and as what. A file may be one address or a list of them, and fits either. */
export function savedBy(seen: NodeView): Saved[] {
  const question = dataOf(seen, 'question');
  if (question !== null) return saved(question.saveTo ?? '', question.answer ?? 'text', 'saveTo');
  const extracted = dataOf(seen, 'intent')?.extract ?? [];
  // A list that is called «date» may be the kind of that name: nothing is said of its type.
  const plain = extracted.filter(({ what, entity = '' }) => what !== 'entity' || !isAnswerKind(entity));
  return plain.flatMap(({ saveTo, what }) => saved(saveTo, what, 'extract'));
}

function saved(variable: string, answer: AnswerKind, field: string): Saved[] {
  return variable === '' || answer === 'file' ? [] : [{ variable, type: TYPES[answer] ?? 'text', field }];
}

/** Two blocks that save values of different kinds under one name: what a condition compares then hangs on the path. */
export function typeFindings(
  graph: BotGraph,
  reached: readonly boolean[],
  variables: readonly Variable[],
  add: Add,
): void {
  const declared = new Map(variables.map(({ id, type }) => [id, type]));
  const first = new Map<string, ValueType>();
  for (const { at, seen } of graph.nodes) {
    if (seen.writes.length === 0 || seen.disabled || reached[at] !== true) continue;
    for (const { variable, type, field } of savedBy(seen)) {
      const wanted = declared.get(variable);
      // A text holds anything; then it is the other blocks that have to agree.
      const expected = wanted === 'text' ? (type === 'text' ? undefined : first.get(variable)) : wanted;
      if (wanted === 'text' && type !== 'text' && expected === undefined) first.set(variable, type);
      if (expected === undefined || expected === type || expected === 'list') continue;
      add(at, { code: 'W-CLASH', level: 'warning', field, facts: { name: variable, type: expected, other: type } });
    }
  }
}
