import type { Bot, BotNode } from '../../engine/flow/botSchema.ts';

/** Three blocks a link: under the guard of a hundred visits a turn, with the question. */
const LINKS = 30;
const STEP = 10;
/** What an answer leads through, and what it leaves behind: a chain that breaks off is not measured. */
export const CHAIN = { visits: LINKS * 3 + 1, sum: (LINKS - 1) * STEP };

/** A bot that asks one question and works through 90 blocks without a word after each answer. */
export const chainBot: Bot = {
  format: 1,
  id: 'chain',
  name: 'Chain',
  language: 'ru',
  settings: { burstSeconds: 0 },
  variables: [
    { id: 'said', type: 'text' },
    { id: 'sum', type: 'number' },
  ],
  flows: [
    {
      id: 'main',
      name: 'Main',
      main: true,
      nodes: [
        { id: 'start', kind: 'start', exits: { next: 'ask' } },
        {
          id: 'ask',
          kind: 'question',
          data: { text: 'Что посчитать?', answer: 'text', saveTo: 'said' },
          exits: { answered: 'set0' },
        },
        ...Array.from({ length: LINKS }, (_, at) => link(at)).flat(),
      ],
    },
  ],
};

/** Adds to a sum, asks how big it is, and jumps on: to the next link, or from the last one to the question. */
function link(at: number): BotNode[] {
  const own = (id: string): string => `${id}${String(at)}`;
  const assignment = at === 0 ? { variable: 'sum', op: 'set', value: 0 } : { variable: 'sum', op: 'add', value: STEP };
  const next = at === LINKS - 1 ? 'ask' : `set${String(at + 1)}`;
  return [
    { id: own('set'), kind: 'set', data: { assignments: [assignment] }, exits: { next: own('big') } },
    {
      id: own('big'),
      kind: 'condition',
      data: {
        cases: [
          { id: 'huge', label: 'Много', all: [{ left: 'sum', op: '>', right: 1_000 }] },
          { id: 'some', label: 'Немного', all: [{ left: 'sum', op: '>=', right: 150 }] },
        ],
      },
      exits: { huge: 'ask', some: own('go'), else: own('go') },
    },
    { id: own('go'), kind: 'jump', data: { to: 'node', node: next } },
  ];
}
