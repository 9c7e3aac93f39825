import { expect, test } from 'vitest';
import { findProblems } from '../../engine/check/findProblems.ts';
import { problemWords } from '../../engine/check/problemWords.ts';
import type { Bot, BotNode } from '../../engine/flow/botSchema.ts';
import { drawBot } from '../support/botBuilder.ts';
import { after, begin, bot, end, holds, menu, node, text } from './problemCases.ts';

const saving = (id: string, answer: string, saveTo: string, next: string): BotNode =>
  node(id, 'question', { text: '?', answer, saveTo }, { answered: next, failed: next });
const typed = (type: 'text' | 'number' | 'boolean' | 'date' | 'list', ...answers: string[]): Bot =>
  bot(
    [
      ...answers.map((answer, at) => saving('abc'[at] ?? 'x', answer, 'v', 'abc'[at + 1] ?? 'x')).slice(0, -1),
      saving('abc'[answers.length - 1] ?? 'x', answers.at(-1) ?? 'text', 'v', 'e'),
      end(),
    ],
    {},
    { variables: [{ id: 'v', type }] },
  );
holds('W-CLASH', [
  ['a text into a number', typed('number', 'name'), ['a']],
  ['a date into «yes or no»', typed('boolean', 'date'), ['a']],
  ['a number into a number', typed('number', 'number'), []],
  ['anything into a text', typed('text', 'number'), []],
  ['two kinds into one text', typed('text', 'number', 'yesno'), ['b']],
  ['a text beside a number', typed('text', 'text', 'number'), []],
  ['a file into a list', typed('list', 'file'), []],
]);

holds('E-TWO', [
  [
    'a second «returned to bot» in another flow',
    bot([end('a'), node('r', 'resume', { text: 'я' })], {
      f: [begin('z', { when: { words: ['да'] } }), end('z'), node('r2', 'resume', { text: 'я' })],
    }),
    ['r2'],
  ],
  [
    'a switched-off twin',
    bot([end('a'), node('r', 'resume', { text: 'я' }), { ...node('r2', 'resume', { text: 'я' }), disabled: true }]),
    [],
  ],
]);

holds('E-DUP', [
  [
    'the same word, spelled otherwise',
    after('e').end('e').command('c', ['Ещё раз!'], 'e').command('d', ['еще  раз'], 'e').build(),
    ['d'],
  ],
  [
    'in another flow',
    bot([end('a'), node('c', 'command', { words: ['да'] }, { next: 'a' })], {
      f: [begin('z', { when: { words: ['x'] } }), end('z'), node('d', 'command', { words: ['да'] }, { next: 'z' })],
    }),
    ['d'],
  ],
  ['twice in one command', after('e').end('e').command('c', ['да', 'Да'], 'e').build(), []],
  [
    'for different statuses',
    after('e')
      .end('e')
      .command('c', ['да'], 'e', { inStatuses: ['st_first'] })
      .command('d', ['да'], 'e', { inStatuses: ['st_order'] })
      .build(),
    [],
  ],
  [
    'for statuses that meet',
    after('e')
      .end('e')
      .command('c', ['да'], 'e', { inStatuses: ['st_first', 'st_order'] })
      .command('d', ['да'], 'e', { inStatuses: ['st_order'] })
      .build(),
    ['d'],
  ],
  [
    'in a switched-off command',
    after('e').end('e').command('c', ['да'], 'e').command('d', ['да'], 'e').also({ disabled: true }).build(),
    [],
  ],
  [
    'patterns',
    after('e')
      .end('e')
      .command('c', ['да.*'], 'e', { match: 'expression' })
      .command('d', ['да.*'], 'e', { match: 'expression' })
      .build(),
    [],
  ],
]);

holds('W-CAP', [
  [
    'a synonym of an option',
    drawBot()
      .start('m')
      .menu('m', '?', {}, { options: [{ id: 'x', label: 'Каталог', synonyms: ['товары'] }] }, { x: 'e' })
      .end('e')
      .end('z')
      .command('c', ['Товары'], 'z')
      .build(),
    ['c'],
  ],
  [
    'both lead to the same block',
    drawBot().start('m').menu('m', '?', { e: 'Каталог' }).end('e').command('c', ['каталог'], 'e').build(),
    [],
  ],
  [
    'the menu is switched off',
    drawBot()
      .start('e')
      .menu('m', '?', { e: 'Каталог' })
      .also({ disabled: true })
      .end('e')
      .end('z')
      .command('c', ['каталог'], 'z')
      .build(),
    [],
  ],
  [
    'told once for two menus',
    bot([
      menu('a', { x: 'b' }),
      menu('b', { x: 'a' }),
      node('c', 'command', { words: ['пункт x'] }, { next: 'e' }),
      end(),
    ]),
    ['c'],
  ],
  [
    'a pause that the word ends',
    bot([menu('a', { x: 'p' }), node('p', 'pause', { minutes: 60, resumeWord: 'пункт x' }, { next: 'a' })]),
    ['p'],
  ],
]);

holds('I-NAMELEN', [
  [
    'a name of sixty-one characters, and one of sixty that takes twice as many signs',
    bot([{ ...text('a', 'b'), name: 'я'.repeat(61) }, { ...text('b', 'e'), name: '🎂'.repeat(60) }, end()]),
    ['a'],
  ],
]);

holds('I-NOTELEN', [
  [
    'a note of five hundred characters and one more',
    bot([{ ...text('a', 'b'), note: 'я'.repeat(501) }, { ...text('b', 'e'), note: 'я'.repeat(500) }, end()]),
    ['a'],
  ],
]);

holds('I-NAME', [
  [
    'two blocks with one name',
    bot([{ ...text('a', 'b'), name: 'Привет' }, { ...text('b', 'e'), name: 'привет ' }, end()]),
    ['b'],
  ],
  [
    'in two flows',
    bot([{ ...node('a', 'jump', { flow: 'f' }), name: 'Привет' }], {
      f: [begin('z'), { ...end('z'), name: 'Привет' }],
    }),
    [],
  ],
  ['no names', bot([text('a', 'b'), text('b', 'e'), end()]), []],
]);

holds('E-VAR', [
  [
    'in a condition',
    bot([
      node(
        'a',
        'condition',
        { cases: [{ id: 'x', label: 'x', all: [{ left: 'ghost', op: 'filled' }] }] },
        { x: 'e', else: 'e' },
      ),
      end(),
    ]),
    ['a'],
  ],
  [
    'in an assignment',
    bot([node('a', 'set', { assignments: [{ variable: 'ghost', op: '=', value: '1' }] }, { next: 'e' }), end()]),
    ['a'],
  ],
  [
    'asked of a phrase',
    drawBot()
      .topic('t', ['раз', 'два', 'три', 'четыре', 'пять'])
      .start('i')
      .intent('i', '?', { t: 'e' }, { extract: { phone: 'ghost' } })
      .end('e')
      .build(),
    ['i'],
  ],
  ['told once where a text names it twice', bot([text('a', 'e', ['{{ghost}} {{ghost|ты}}']), end()]), ['a']],
]);

holds('E-MAIN', [
  [
    'two main flows',
    {
      ...bot([end('a')], { f: [begin('z', { when: { words: ['x'] } }), end('z')] }),
      flows: bot([end('a')], { f: [begin('z', { when: { words: ['x'] } }), end('z')] }).flows.map((flow) => ({
        ...flow,
        main: true,
      })),
    },
    [null],
  ],
]);

holds('E-REF', [
  ['the status on return is gone', bot([end('a')], {}, { settings: { resumeStatus: 'st_gone' } }), [null]],
  ['a call into a flow that is gone', bot([node('a', 'call', { flow: 'gone' }, { done: 'e' }), end()]), ['a']],
  ['a connection of a switched-off block', bot([{ ...text('a', 'gone'), disabled: true }]), ['a']],
]);

holds('E-STARTOP', [
  ['the status on return is one of people', bot([end('a')], {}, { settings: { resumeStatus: 'st_human' } }), [null]],
]);
holds('W-LANG', [
  ['a word instead of a code', bot([end('a')], {}, { language: 'русский' }), [null]],
  ['a code', bot([end('a')], {}, { language: 'ru-RU' }), []],
]);
holds('W-CLOSED', [
  [
    'hours without an hour, and people',
    bot([node('a', 'handoff', { status: 'st_human' })], {}, { hours: { weekly: {} } }),
    [null],
  ],
  ['nobody asks for the hours', bot([end('a')], {}, { hours: { weekly: {} } }), []],
]);
holds('E-SPAN', [
  ['hours of no length', bot([end('a')], {}, { hours: { weekly: { mon: [['09:00', '09:00']] } } }), [null]],
]);

holds('E-DUPID', [
  ['two blocks', bot([end('a'), end('a')]), ['a']],
  [
    'two flows',
    { ...bot([end('a')]), flows: [...bot([end('a')]).flows, { id: 'main', name: 'Ещё', nodes: [] }] },
    [null],
  ],
  [
    'two statuses',
    bot(
      [end('a')],
      {},
      {
        statuses: [
          { id: 's', name: 'a', role: 'bot' },
          { id: 's', name: 'b', role: 'bot' },
        ],
      },
    ),
    [null],
  ],
  [
    'two variables',
    bot(
      [end('a')],
      {},
      {
        variables: [
          { id: 'v', type: 'text' },
          { id: 'v', type: 'number' },
        ],
      },
    ),
    [null],
  ],
  [
    'two topics',
    bot(
      [end('a')],
      {},
      {
        intents: [
          { id: 't', name: 'a', phrases: [] },
          { id: 't', name: 'b', phrases: [] },
        ],
      },
    ),
    [null],
  ],
]);

test('an output that is gone leads nowhere: after a hand-off nothing follows', () => {
  const at = bot([node('a', 'handoff', { status: 'st_human', text: 'Зову' }, { next: 'b' }), text('b', 'e'), end()]);
  expect(findProblems(at).map(({ code, node: id }) => [code, id])).toEqual([
    ['W-EXIT', 'a'],
    ['I-REACH', 'b'],
    ['I-REACH', 'e'],
  ]);
});

test('a name out of the file stays on its line and does not go on for ever', () => {
  const at = bot([text('a', 'e', [`{{${'и'.repeat(70)}}}`]), end()], {}, { timeZone: 'Mars\u001b[2J\u202e\nOlympus' });
  for (const problem of findProblems(at))
    for (const language of ['ru', 'en'] as const) {
      const words = problemWords(problem, language);
      expect(words).not.toMatch(/[\p{Cc}\u202e]/u);
      expect(words.length).toBeLessThanOrEqual(220);
    }
});
