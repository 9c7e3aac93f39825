import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareDone, type Did } from '../../engine/check/replay/did.ts';
import { programsOf } from '../../engine/check/replay/programsOf.ts';
import { parseRecord, type TalkRecord } from '../../engine/check/replay/record.ts';
import { replay } from '../../engine/check/replay/replay.ts';
import { replayOn } from '../../engine/check/replay/replayOn.ts';
import { draftWords } from '../../engine/check/replay/replayWords.ts';
import { sameJson } from '../../engine/check/replay/sameJson.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { templateBot } from '../../engine/flow/templates/templateBot.ts';
import { compileBot } from '../../engine/runtime/compileBot.ts';
import { cakeShop, drawBot } from '../support/botBuilder.ts';
import { recordOfBot, recordTalk } from '../support/recordTalk.ts';

/** Through text, as it is kept in a file. */
function kept(record: TalkRecord): TalkRecord {
  const read = parseRecord(JSON.stringify(record));
  if (!read.ok) throw new Error(JSON.stringify(read.fault));
  return read.value;
}

const onDraft = (record: TalkRecord, bot: Bot) => replayOn(record, compileBot(bot));
const say = (text: string): Did => ({ do: 'say', text });

describe('on the version it ran on', () => {
  test.each(['menu', 'nlp'] as const)(
    'any conversation with template %s comes out as it was, and on the same draft',
    (name) => {
      const bot = templateBot(name, 'ru');
      const program = compileBot(bot);
      const words = [
        '1',
        '2',
        '3',
        '0',
        '77',
        'привет',
        'меню',
        'оператор',
        'бот',
        'сколько стоит доставка',
        'спасибо',
        '…?',
      ];
      fc.assert(
        fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 15 }), fc.boolean(), (said, ok) => {
          const record = kept(recordTalk(program, said, { outcome: { ok } }));
          const report = replay(record, () => program);
          expect(report.divergences).toEqual([]);
          expect(report.same).toBe(record.turns.length);
          const draft = replayOn(record, program);
          expect(draft.divergences).toEqual([]);
          expect(draft.same).toBe(draft.steps);
        }),
        { numRuns: 100 },
      );
    },
  );

  test('a version that cannot be read is told, and what follows it is not guessed', () => {
    const record = recordOfBot(cakeShop().build(), ['привет', '1']);
    const report = replay({ ...record, versions: [] }, programsOf({ ...record, versions: [] }));
    expect(report).toMatchObject({ same: 0, divergences: [{ turn: 0, what: 'version', expected: 1 }] });
  });

  test('what came in between unseen shows in the state', () => {
    const record = recordOfBot(cakeShop().build(), ['привет']);
    const state = record.state === undefined ? undefined : { ...record.state, status: 'st_order' };
    expect(replay({ ...record, ...(state && { state }) }, programsOf(record)).divergences).toMatchObject([
      { what: 'state', turn: 0 },
    ]);
  });
});

describe('on a draft', () => {
  const record = kept(recordOfBot(cakeShop().build(), ['привет', '2', '1', '3']));

  test('each step that differs is named with what was and what would be, and the talk goes on', () => {
    const draft = cakeShop().build();
    const flows = JSON.parse(JSON.stringify(draft.flows).replace('Медовик 1900', 'Медовик 2100')) as Bot['flows'];
    const report = onDraft(record, { ...draft, flows });
    expect(report.divergences).toMatchObject([
      { turn: 2, event: { text: '1' }, what: 'did', expected: say('Медовик 1900'), got: say('Медовик 2100') },
    ]);
    expect(report.same).toBe(report.steps - 1);
    const [divergence] = report.divergences;
    if (divergence === undefined) throw new Error('there is one');
    expect(draftWords(divergence, draft, 'ru')).toBe(
      'было бы: бот говорит «Медовик 2100»; вместо: бот говорит «Медовик 1900»',
    );
    expect(draftWords(divergence, draft, 'en')).toContain('would be: the bot says “Медовик 2100”');
  });

  test('what a draft says besides, or no longer, is named without what stayed', () => {
    const more = drawBot().start('a').message('a', ['Раз', 'Два', 'Три']).build();
    const less = drawBot().start('a').message('a', ['Раз', 'Три']).build();
    expect(onDraft(recordOfBot(more, ['привет']), less).divergences).toMatchObject([
      { expected: say('Два'), got: null },
    ]);
    expect(onDraft(recordOfBot(less, ['привет']), more).divergences).toMatchObject([
      { expected: null, got: say('Два') },
    ]);
  });

  test('a server’s reply is that of the record, at the node of the same id; a new request gets its sample', () => {
    const ask = (texts: string, extra = false) => {
      const drawn = drawBot()
        .start('ask')
        .node(
          'ask',
          'http',
          { method: 'GET', url: 'https://e.org/', save: [{ path: 'left', variable: 'left' }], sample: { left: 3 } },
          { ok: extra ? 'more' : 'yes', error: 'no' },
        )
        .end('yes', texts)
        .end('no', 'Сервер молчит');
      return (
        extra
          ? drawn.node(
              'more',
              'http',
              { method: 'GET', url: 'https://e.org/b', save: [{ path: 'b', variable: 'b' }], sample: { b: 9 } },
              { ok: 'yes', error: 'no' },
            )
          : drawn
      ).build();
    };
    const live = recordTalk(compileBot(ask('Осталось {{left}}')), ['привет'], {
      outcome: { reply: { status: 200, body: '{"left": 41}' } },
    });
    expect(
      live.turns
        .flatMap(({ effects }) => effects)
        .map((effect) => (effect.type === 'send' ? effect.text : effect.type)),
    ).toEqual(['http', 'Осталось 41']);
    expect(onDraft(live, ask('Есть {{left}} и {{b}}', true)).divergences).toMatchObject([
      { expected: say('Осталось 41'), got: say('Есть 41 и 9') },
      { expected: null, got: { do: 'request', url: 'https://e.org/b' } },
    ]);
    const refused = recordTalk(compileBot(ask('да')), ['привет'], { outcome: { ok: false } });
    expect(onDraft(refused, ask('нет')).divergences).toEqual([]);
  });

  test('a draft that reminds sooner rings by itself, between the messages', () => {
    const menu = (minutes: number) =>
      drawBot()
        .start('ask')
        .question(
          'ask',
          'Как вас зовут?',
          { answer: 'text', saveTo: 'x', timeoutMinutes: minutes },
          { answered: 'ok', failed: 'ok', timeout: 'late' },
        )
        .end('ok', 'Записал')
        .end('late', 'Жаль')
        .build();
    // The messages of a record are a second apart.
    const live = recordOfBot(menu(60), ['привет', 'Анна']);
    expect(onDraft(live, menu(0.01)).divergences).toMatchObject([
      { turn: 0, event: { type: 'timer' }, expected: null, got: say('Жаль') },
      { turn: 1, expected: say('Записал'), got: null },
    ]);
  });

  test('who has the lead afterwards is part of it', () => {
    const handing = cakeShop().build();
    const not = cakeShop().build();
    const flows = not.flows.map((flow) => ({
      ...flow,
      nodes: flow.nodes.map((node) =>
        node.id === 'people' ? { id: 'people', kind: 'message', data: { parts: [{ text: 'Людей нет' }] } } : node,
      ),
    }));
    const live = recordOfBot(handing, ['привет', '3']);
    const report = onDraft(live, { ...not, flows });
    expect(report.divergences).toContainEqual(
      expect.objectContaining({ what: 'owner', expected: 'human', got: 'bot' }) as unknown,
    );
  });

  test('a record whose beginning is not kept is not guessed', () => {
    const turns = record.turns.map(({ before: _, ...turn }) => turn);
    expect(onDraft({ ...record, turns }, cakeShop().build())).toEqual({
      steps: 0,
      same: 0,
      skipped: turns.length,
      divergences: [],
    });
  });
});

test('lists are compared by the shortest way', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(say) as [Did, Did, Did, Did];
  expect(compareDone([a, b, c], [a, c])).toEqual([{ expected: b, got: null }]);
  expect(compareDone([a, c], [a, b, c])).toEqual([{ expected: null, got: b }]);
  expect(compareDone([a, b, c], [a, d, c])).toEqual([{ expected: b, got: d }]);
  expect(compareDone([a], [{ do: 'note', text: 'a' }])).toEqual([
    { expected: a, got: null },
    { expected: null, got: { do: 'note', text: 'a' } },
  ]);
  expect(compareDone([], [])).toEqual([]);
});

test('JSON is compared as it is written', () => {
  expect(sameJson({ a: 1, b: undefined, c: [1, { d: null }] }, { c: [1, { d: null }], a: 1 })).toBe(true);
  expect(sameJson([Number.NaN], [null])).toBe(true);
  for (const [a, b] of [
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, {}],
    [[1], { 0: 1 }],
    [
      [1, 2],
      [2, 1],
    ],
    [null, {}],
    ['1', 1],
  ])
    expect(sameJson(a, b)).toBe(false);
});

test.each([
  ['{"format": 1', 'fileNotJson'],
  ['[]', 'fileInvalid'],
  ['{"format": 2}', 'fileInvalid'],
])('%s is no record', (text, code) => {
  expect(parseRecord(text)).toMatchObject({ ok: false, fault: { code } });
});

test('a record from before the present version of states is read, and replays', () => {
  const record = recordOfBot(cakeShop().build(), ['привет', '2', '1']);
  const older = JSON.stringify(record, (_, value: unknown) =>
    typeof value === 'object' && value !== null && 'v' in value && 'owner' in value ? { ...value, v: 2 } : value,
  );
  expect(parseRecord(older)).toEqual({ ok: true, value: record });
  expect(replay(kept(record), programsOf(record)).divergences).toEqual([]);
  expect(older).toContain('"v":2');
});
