import { matchKeyword } from '../../nlu/keywords.ts';
import type { LocalProblem, NodeKind } from '../kind.ts';
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
    const statuses = data.inStatuses ?? [];
    if (statuses.length > 0 && (state.status === null || !statuses.includes(state.status))) return null;
    return matchKeyword(message.text, data.words ?? [], data.match ?? 'word');
  },
  wakes(data, state) {
    const statuses = data.inStatuses ?? [];
    if (statuses.length > 0 && (state.status === null || !statuses.includes(state.status))) return '';
    return (data.words ?? []).find((word) => word.trim() !== '') ?? '';
  },
  texts: () => [],
  problems(data, facts) {
    const problems: LocalProblem[] = [];
    if ((data.words ?? []).every((word) => word.trim() === ''))
      problems.push({ code: 'E-WORDS', level: 'error', field: 'words' });
    for (const id of data.inStatuses ?? []) {
      if (!facts.statuses.some((status) => status.id === id)) {
        problems.push({ code: 'E-REF', level: 'error', field: 'inStatuses', facts: { what: 'status', id } });
      }
    }
    if (data.whileOperator === true) problems.push({ code: 'I-OVEROP', level: 'tip', field: 'whileOperator' });
    return problems;
  },
};
