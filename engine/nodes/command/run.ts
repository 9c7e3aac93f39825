import type { SessionState } from '../../model/state.ts';
import { patternSample } from '../../nlu/entities/patternSample.ts';
import { matchKeyword } from '../../nlu/keywords.ts';
import { findsPattern } from '../../nlu/userPattern.ts';
import type { NodeKind } from '../kind.ts';
import { commandProblems } from './problems.ts';
import { commandSchema, type CommandData } from './schema.ts';

export const command: NodeKind<CommandData, 'command'> = {
  kind: 'command',
  family: 'start',
  schema: commandSchema,
  entry: true,
  exits: () => [{ id: 'next', required: true, dashed: false }],
  initial: (language) => ({ words: [language === 'ru' ? 'меню' : 'menu'] }),
  enter: () => ({ do: 'leave', exit: 'next' }),
  hears(data, message, state) {
    if (state.owner === 'human' && data.whileOperator !== true) return null;
    if (!worksIn(data, state)) return null;
    const words = data.words ?? [];
    if (data.match !== 'expression') return matchKeyword(message.text, words, data.match ?? 'word');
    return words.find((expression) => findsPattern(expression, message.text)) ?? null;
  },
  wakes(data, state) {
    // An expression is nothing to tell a customer.
    if (!worksIn(data, state) || data.match === 'expression') return '';
    return (data.words ?? []).find((word) => word.trim() !== '') ?? '';
  },
  entrances(data) {
    const [status] = data.inStatuses ?? [];
    return sayable(data).map((text) => ({ text, ...(status === undefined ? {} : { status }) }));
  },
  uncertain: (data) => (data.match === 'expression' && sayable(data).length === 0 ? ['next'] : []),
  texts: () => [],
  problems: commandProblems,
};

/** What a customer may write to call it; of an expression a text that fits, where one is found. */
function sayable({ words = [], match }: CommandData): readonly string[] {
  const said = words.filter((word) => word.trim() !== '');
  if (match !== 'expression') return said;
  return said.flatMap((expression) => {
    const text = patternSample(expression);
    return text !== null && findsPattern(expression, text) ? [text] : [];
  });
}

function worksIn({ inStatuses = [] }: CommandData, { status }: Readonly<SessionState>): boolean {
  return inStatuses.length === 0 || (status !== null && inStatuses.includes(status));
}
