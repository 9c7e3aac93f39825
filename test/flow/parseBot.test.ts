import { describe, expect, test } from 'vitest';
import { faultWords } from '../../engine/model/faultWords.ts';
import { parseBot } from '../../engine/flow/parseBot.ts';
import { drawBot } from '../support/botBuilder.ts';

const bot = (change: object): string =>
  JSON.stringify({ ...drawBot().start('m').message('m', 'Привет').build(), ...change });
const nodes = (list: object[]): string => bot({ flows: [{ id: 'main', name: 'Главный', nodes: list }] });

describe('a file that cannot be a bot', () => {
  test.each([
    ['empty', '', { code: 'fileNotJson', line: 1, column: 1 }],
    ['cut off', '{\n  "format": 1,\n', { code: 'fileNotJson', line: 3 }],
    ['a comma too many', '{\n  "format": 1,\n}', { code: 'fileNotJson', line: 3 }],
    ['a list', '[]', { code: 'fileInvalid', at: '' }],
    ['null', 'null', { code: 'fileInvalid', at: '' }],
    ['without flows', bot({ flows: [] }), { code: 'fileInvalid', at: 'flows' }],
    ['a name that is a number', bot({ name: 7 }), { code: 'fileInvalid', at: 'name' }],
    [
      'an unknown role',
      bot({ statuses: [{ id: 'a', name: 'A', role: 'boss' }] }),
      { code: 'fileInvalid', at: 'statuses[0].role' },
    ],
    [
      'a variable __proto__',
      bot({ variables: [{ id: '__proto__', type: 'text' }] }),
      { code: 'fileInvalid', at: 'variables[0].id' },
    ],
    [
      'hours of 25 o’clock',
      bot({ hours: { weekly: { mon: [['09:00', '25:00']] } } }),
      { code: 'fileInvalid', at: 'hours.weekly.mon[0][1]' },
    ],
    [
      'an exit that is a number',
      nodes([{ id: 'a', kind: 'message', exits: { next: 1 } }]),
      { code: 'fileInvalid', at: 'flows[0].nodes[0].exits.next' },
    ],
    [
      'data of the wrong shape',
      nodes([
        { id: 'a', kind: 'end' },
        { id: 'b', kind: 'menu', data: { options: [{ id: 'o', label: 1 }] } },
      ]),
      { code: 'fileInvalid', at: 'flows[0].nodes[1].data.options[0].label' },
    ],
    [
      'two nodes of one id',
      nodes([
        { id: 'a', kind: 'end' },
        { id: 'a', kind: 'end' },
      ]),
      { code: 'fileInvalid', at: 'flows[0].nodes[1].id' },
    ],
    [
      'two statuses of one id',
      bot({
        statuses: [
          { id: 'a', name: 'A', role: 'bot' },
          { id: 'a', name: 'B', role: 'bot' },
        ],
      }),
      { code: 'fileInvalid', at: 'statuses[1].id' },
    ],
    ['a newer format', bot({ format: 2 }), { code: 'formatNewer', format: 2, supported: 1 }],
  ])('%s: the fault names the place', (_, text, fault) => {
    expect(parseBot(text)).toMatchObject({ ok: false, fault });
  });

  test('is told of in one line in both languages', () => {
    for (const text of ['', '[]', bot({ name: 7 }), bot({ format: 9 })]) {
      const read = parseBot(text);
      if (read.ok) throw new Error('it was taken');
      for (const language of ['ru', 'en'] as const) {
        const { what, todo } = faultWords(read.fault, language);
        expect(`${what} ${todo}`).not.toMatch(/\n|undefined|\[object/u);
      }
    }
  });

  test('counts what else is wrong', () => {
    expect(parseBot(bot({ name: 7, language: 8 }))).toMatchObject({ fault: { at: 'name', more: 1 } });
  });
});

describe('a file that opens', () => {
  test('with a mark of its byte order', () => {
    expect(parseBot(`\uFEFF${bot({})}`).ok).toBe(true);
  });

  test('with a kind of a later version: it is kept', () => {
    const read = parseBot(nodes([{ id: 'a', kind: 'hologram', data: { depth: 3 } }]));
    expect(read).toMatchObject({ ok: true, value: { flows: [{ nodes: [{ kind: 'hologram', data: { depth: 3 } }] }] } });
  });

  test('with a connection to nowhere: it is kept, for the check to find', () => {
    expect(parseBot(nodes([{ id: 'a', kind: 'start', exits: { next: 'gone' } }]))).toMatchObject({
      value: { flows: [{ nodes: [{ exits: { next: 'gone' } }] }] },
    });
  });

  test('half filled: drafts open', () => {
    for (const kind of [
      'menu',
      'question',
      'message',
      'intent',
      'status',
      'handoff',
      'jump',
      'end',
      'command',
      'resume',
      'fallback',
      'start',
    ])
      expect(parseBot(nodes([{ id: 'a', kind }])).ok, kind).toBe(true);
  });
});

test('what other programs write for «not there» is not there', () => {
  const none = {
    languages: null,
    timeZone: null,
    hours: null,
    layout: null,
    checks: [{ id: 'c', name: 'П', steps: [{ customer: { text: 'Да', image: null, file: null } }, { bot: null }] }],
    settings: { resumeWord: null, attempts: 2 },
    statuses: [{ id: 'a', name: 'A', role: null, color: null }],
    variables: [{ id: 'v', label: null, type: null }],
    intents: [{ id: 'i', name: 'И', phrases: null }],
    entities: [{ id: 'e', name: 'Э', values: [{ value: 'x', synonyms: null }] }],
    'x-other': null,
  };
  const read = parseBot(bot(none));
  if (!read.ok) throw new Error(JSON.stringify(read.fault));
  expect(read.value).toMatchObject({
    settings: { attempts: 2 },
    statuses: [{ id: 'a', role: 'none', color: null }],
    variables: [{ id: 'v', type: 'text' }],
    intents: [{ id: 'i', phrases: [] }],
    entities: [{ values: [{ value: 'x' }] }],
    checks: [{ steps: [{ customer: { text: 'Да' } }, {}] }],
    'x-other': null,
  });
  expect(Object.keys(read.value)).not.toContain('hours');
  // What must be there is missed all the same, by its name.
  const nameless = parseBot(bot({ name: null }));
  expect(nameless.ok ? null : nameless.fault).toMatchObject({ at: 'name', problem: 'is missing (string)' });
});

test('a schedule without days and a layout without places are empty ones', () => {
  const read = parseBot(bot({ hours: { holidays: ['2027-01-01'] }, layout: { main: {} } }));
  expect(read.ok && [read.value.hours?.weekly, read.value.layout?.['main']?.nodes]).toEqual([{}, {}]);
});
