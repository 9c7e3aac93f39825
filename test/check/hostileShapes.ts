import {
  around,
  begin,
  EMPTY,
  EVIL_PATTERNS,
  EVIL_TEXTS,
  file,
  many,
  withNodes,
  type HostileFile,
  type Json,
} from './hostileValues.ts';

const inside = (depth: number, open: string, close: string): string => `${open.repeat(depth)}1${close.repeat(depth)}`;

/** Files of a strange shape: deep, long, round in circles, twice the same. */
export function shaped(): HostileFile[] {
  const menu = (at: number, options: unknown[]): Json => ({
    id: `n${String(at)}`,
    kind: 'menu',
    data: { text: '?', options, after: 'repeat' },
  });
  return [
    ...[65, 1_000, 200_000].flatMap((depth) => [
      file(`lists ${String(depth)} deep`, inside(depth, '[', ']')),
      file(
        `data ${String(depth)} deep`,
        around(withNodes([{ id: 'n0', kind: 'message', data: { parts: '@' } }]), inside(depth, '[', ']')),
      ),
      file(`an unknown field ${String(depth)} deep`, around({ ...withNodes([]), x: '@' }, inside(depth, '{"a":', '}'))),
      file(
        `a sample ${String(depth)} deep`,
        around(withNodes([{ id: 'n0', kind: 'http', data: { sample: '@' } }]), inside(depth, '{"a":', '}')),
      ),
      file(
        `a check ${String(depth)} deep`,
        around(
          withNodes([], { checks: [{ id: 'c', name: 'c', steps: [{ expect: '@' }] }] }),
          inside(depth, '{"a":', '}'),
        ),
      ),
    ]),
    ...[100, 3_000, 19_000, 30_000].flatMap((count) => [
      file(
        `${String(count)} messages that lead on`,
        withNodes(
          many(count, (at) => ({
            id: `n${String(at)}`,
            kind: 'message',
            data: { text: 'x' },
            exits: { next: `n${String(at + 1)}` },
          })),
        ),
      ),
      file(
        `${String(count)} blocks in a circle`,
        withNodes(
          many(count, (at) => ({ id: `n${String(at)}`, kind: 'set', exits: { next: `n${String((at + 1) % count)}` } })),
        ),
      ),
      file(
        `${String(count)} options`,
        withNodes([
          menu(
            0,
            many(count, (at) => ({ id: `o${String(at)}`, label: `П ${String(at)}` })),
          ),
        ]),
      ),
      file(
        `${String(count)} connections`,
        withNodes([
          {
            id: 'n0',
            kind: 'message',
            data: { text: 'x' },
            exits: Object.fromEntries(many(count, (at) => [`e${String(at)}`, 'n0'])),
          },
        ]),
      ),
      file(
        `${String(count)} cases`,
        withNodes([
          {
            id: 'n0',
            kind: 'condition',
            data: {
              cases: many(count, (at) => ({
                id: `c${String(at)}`,
                label: 'x',
                all: [{ left: 'name', op: '=', right: String(at) }],
              })),
            },
          },
        ]),
      ),
      file(
        `${String(count)} variables`,
        withNodes([{ id: 'n0', kind: 'end' }], {
          variables: many(count, (at) => ({ id: `v${String(at)}`, type: 'text' })),
        }),
      ),
    ]),
    ...[50, 900, 5_000].flatMap((count) => [
      file(`${String(count)} flows that call each other`, {
        ...EMPTY,
        flows: many(count, (at) => ({
          id: `f${String(at)}`,
          name: 'f',
          nodes: [
            { id: 's', kind: 'start', exits: { next: 'c' } },
            { id: 'c', kind: 'call', data: { flow: `f${String((at + 1) % count)}` } },
          ],
        })),
      }),
      file(
        `${String(count)} commands with one word`,
        withNodes(
          many(count, (at) => ({
            id: `n${String(at)}`,
            kind: 'command',
            data: { words: ['да', 'меню'] },
            exits: { next: 'n0' },
          })),
        ),
      ),
      file(
        `${String(count)} jumps to the same place`,
        withNodes(many(count, (at) => ({ id: `n${String(at)}`, kind: 'jump', data: { node: 'n0' } }))),
      ),
      file(
        `${String(count)} menus with one word`,
        withNodes([
          { id: 'w', kind: 'command', data: { words: ['да'] }, exits: { next: 'n1' } },
          ...many(count, (at) => menu(at, [{ id: 'x', label: 'да' }])),
        ]),
      ),
    ]),
    ...[5e-324, 1e-9, 0.001, 1e308].flatMap((minutes) =>
      [
        { kind: 'wait', data: { minutes }, exits: { next: 'n0' } },
        { kind: 'pause', data: { minutes }, exits: { next: 'n0' } },
        { kind: 'question', data: { text: '?', saveTo: 'name', timeoutMinutes: minutes }, exits: { timeout: 'n0' } },
        {
          kind: 'menu',
          data: { text: '?', options: [], timeoutMinutes: minutes, reminders: [minutes] },
          exits: { timeout: 'n0' },
        },
      ].map((timed) =>
        file(
          `a ${timed.kind} of ${String(minutes)} minutes in a circle`,
          withNodes([
            { id: 'n0', kind: 'message', data: { text: 'x' }, exits: { next: 'n1' } },
            { id: 'n1', ...timed },
          ]),
        ),
      ),
    ),
    file(
      'people who are silent for no time',
      withNodes(
        [
          { id: 'n0', kind: 'handoff', data: { status: 'st_human' } },
          { id: 'r', kind: 'resume', data: { continue: 'start' } },
        ],
        { settings: { operatorSilenceMinutes: 1e-9 } },
      ),
    ),
    file(
      'two blocks with one id',
      withNodes([
        { id: 'n0', kind: 'end' },
        { id: 'n0', kind: 'menu' },
      ]),
    ),
    file('two flows with one id', { ...EMPTY, flows: many(2, () => ({ id: 'f', name: 'f', nodes: [begin] })) }),
    file('two main flows', {
      ...EMPTY,
      flows: many(2, (at) => ({ id: `f${String(at)}`, name: 'f', main: true, nodes: [begin] })),
    }),
    file('no flows', { ...EMPTY, flows: [] }),
    file('a flow without blocks', { ...EMPTY, flows: [{ id: 'f', name: 'f', nodes: [] }] }),
    file(
      'a name of a megabyte',
      withNodes([{ id: 'n0', kind: 'message', name: 'и'.repeat(500_000), data: { text: 'x'.repeat(1_000_000) } }], {
        name: 'я'.repeat(500_000),
      }),
    ),
    file('more than twenty megabytes', { ...withNodes([]), x: 'x'.repeat(21 * 1024 * 1024) }),
    file(
      'a long chain of templates',
      withNodes([
        {
          id: 'n0',
          kind: 'message',
          data: { parts: many(19, (at) => ({ text: '{{name}}'.repeat(1_000 + at) })) },
          exits: { next: 'n0' },
        },
      ]),
    ),
    ...EVIL_TEXTS.map((text) =>
      file(
        'a text that is hard to read',
        withNodes([{ id: 'n0', kind: 'message', data: { text }, exits: { next: 'n0' } }]),
      ),
    ),
    ...EVIL_PATTERNS.flatMap((pattern) => [
      file(
        'a pattern for an answer',
        withNodes([
          {
            id: 'n0',
            kind: 'question',
            data: { text: '?', answer: 'pattern', pattern, saveTo: 'name' },
            exits: { answered: 'n0', failed: 'n0' },
          },
        ]),
      ),
      file(
        'a pattern for a command',
        withNodes([
          { id: 'n0', kind: 'command', data: { words: [pattern], match: 'expression' }, exits: { next: 'n0' } },
        ]),
      ),
    ]),
  ];
}
