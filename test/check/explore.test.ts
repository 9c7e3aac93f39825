import { describe, expect, test } from 'vitest';
import { checkStart } from '../../engine/check/checkStart.ts';
import { startConversation, type Conversation } from '../../engine/check/conversation.ts';
import { explore, type ExploreReport } from '../../engine/check/explore/explore.ts';
import type { Finding } from '../../engine/check/explore/findings.ts';
import { isWrong, playLine } from '../../engine/check/playLine.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { templateBot } from '../../engine/flow/templates/templateBot.ts';
import type { TraceEntry } from '../../engine/model/trace.ts';
import { compileBot } from '../../engine/runtime/compileBot.ts';
import { cakeShop, drawBot, type BotBuilder } from '../support/botBuilder.ts';

const look = (bot: Bot, maxStates?: number): ExploreReport =>
  explore(compileBot(bot), maxStates === undefined ? {} : { maxStates });

/** Plays an example as `dialogram simulate` does. */
function play(bot: Bot, example: readonly string[]): { talk: Conversation; last: TraceEntry[]; all: TraceEntry[] } {
  const program = compileBot(bot);
  let talk = startConversation(program, { at: checkStart(program.facts.timeZone), channel: 'test' });
  let last: TraceEntry[] = [];
  const all: TraceEntry[] = [];
  for (const line of example) {
    const before = talk.items.length;
    const next = playLine(talk, line);
    if (isWrong(next)) throw new Error(`${line}: ${next.wrong}`);
    talk = next;
    const traces = talk.items
      .slice(before)
      .flatMap((item) => (item.from === 'system' && item.event === 'path' ? item.trace : []));
    if (traces.length > 0) last = traces;
    all.push(...traces);
  }
  return { talk, last, all };
}

const briefly = (found: readonly Finding[]): string[] =>
  found.map(({ code, node, exit, variable }) => [code, node, exit, variable].filter(Boolean).join(' ')).sort();

describe('every finding has a conversation that shows it', () => {
  test('a branch that stops without an end', () => {
    const bot = drawBot()
      .start('menu')
      .menu('menu', 'Что вас интересует?', { about: 'О нас', bye: 'Выход' })
      .message('about', 'Мы печём торты')
      .end('bye', 'Пока')
      .build();
    const { deadEnds } = look(bot);
    expect(briefly(deadEnds)).toEqual(['X-END about next']);
    expect(deadEnds[0]?.example).toEqual(['Здравствуйте', '1']);
    expect(play(bot, deadEnds[0]?.example ?? []).last).toContainEqual({
      type: 'ended',
      place: { flow: 'main', node: 'about' },
    });
  });

  test('blocks that go round in a circle without waiting', () => {
    const bot = drawBot()
      .start('menu')
      .menu('menu', '?', { a: 'А', b: 'Б' }, { after: 'repeat' })
      .message('a', 'один', 'c')
      .message('c', 'два', 'a')
      .message('b', 'три')
      .build();
    const { loops, deadEnds } = look(bot);
    expect(loops).toHaveLength(1);
    expect([...(loops[0]?.cycle ?? [])].sort()).toEqual(['a', 'c']);
    expect(deadEnds.filter(({ code }) => code === 'X-END')).toEqual([]);
    const { all } = play(bot, loops[0]?.example ?? []);
    expect(all.some((entry) => entry.type === 'failure')).toBe(true);
  });

  test('a block no conversation leads to, and one that only such a block leads to', () => {
    const bot = cakeShop().message('lost', 'Никто не придёт', 'deeper').message('deeper', 'Совсем никто').build();
    expect(briefly(look(bot).unreachable)).toEqual(['X-REACH deeper', 'X-REACH lost']);
  });

  test('a connection to a block that is gone', () => {
    const bot = drawBot().start('hello').message('hello', 'Привет', 'gone').build();
    const { deadEnds } = look(bot);
    expect(deadEnds.map(({ code, what }) => [code, what])).toEqual([['X-FAIL', 'missingNode']]);
    expect(play(bot, deadEnds[0]?.example ?? []).all).toContainEqual(
      expect.objectContaining({ type: 'failure', what: 'missingNode' }),
    );
  });

  test('a name that is used before anybody asked for it', () => {
    const bot = drawBot()
      .variable('name')
      .start('hello')
      .message('hello', 'Здравствуйте, {{name}}!', 'ask')
      .question(
        'ask',
        'Как вас зовут?',
        { answer: 'text', saveTo: 'name', attempts: 1 },
        { answered: 'bye', failed: 'bye' },
      )
      .end('bye', 'До встречи, {{name}}!')
      .build();
    const { unwritten } = look(bot);
    expect(briefly(unwritten)).toEqual(['X-READ hello name']);
    expect(play(bot, unwritten[0]?.example ?? []).talk.items).toContainEqual(
      expect.objectContaining({ from: 'bot', text: 'Здравствуйте, !' }),
    );
  });

  test('«not understood» that goes round for ever', () => {
    const bot = drawBot()
      .start('menu')
      .menu('menu', '?', { a: 'А' }, { after: 'repeat' }, { other: 'unclear' })
      .message('a', 'один')
      .message('unclear', 'Не понял')
      .build();
    const { endlessMisses } = look(bot);
    expect(briefly(endlessMisses)).toEqual(['X-MISS menu']);
    const { talk } = play(bot, endlessMisses[0]?.example ?? []);
    expect(talk.state.owner).toBe('bot');
    expect(talk.items.filter((item) => item.from === 'bot' && item.text === 'Не понял').length).toBeGreaterThan(1);
  });

  test('a bot that gives up after three misses is not asked for ever', () => {
    expect(look(cakeShop().build()).endlessMisses).toEqual([]);
  });
});

describe('what can happen', () => {
  test('people take over everywhere and give back', () => {
    const bot = cakeShop().resume({ text: 'Я снова тут' }, { next: 'menu' }).build();
    const { edgesCovered, edgesTotal, unreachable } = look(bot);
    expect(unreachable).toEqual([]);
    expect(edgesCovered).toBe(edgesTotal);
  });

  test('the CRM refuses a status', () => {
    const bot = drawBot()
      .start('set')
      .status('set', 'st_work', { next: 'good', failed: 'bad' })
      .end('good')
      .end('bad')
      .build();
    expect(look(bot)).toMatchObject({ edgesCovered: 3, edgesTotal: 3, unreachable: [] });
  });

  test('the CRM takes one change and refuses the next', () => {
    const bot = drawBot()
      .start('set')
      .status('set', 'st_work', { next: 'tag', failed: 'bad' })
      .node('tag', 'tags', { add: ['опт'] }, { next: 'good', failed: 'worse' })
      .end('good')
      .end('bad')
      .end('worse', 'Тега не будет')
      .build();
    expect(look(bot)).toMatchObject({ edgesCovered: 5, edgesTotal: 5, unreachable: [], deadExits: [] });
  });

  describe('a message that is read as it stands', () => {
    const topics = ['как можно оплатить', 'оплата картой', 'наличными можно', 'принимаете карты', 'способы оплаты'];
    const shop = () => drawBot().topic('pay', topics).topic('come', ['как доехать', 'где вы находитесь', 'ваш адрес']);
    const exits = { pay: 'paid', come: 'came', other: 'other' };
    const answers = (bot: BotBuilder): Bot =>
      bot.end('paid', 'карта').end('came', 'улица').end('other', 'что?').build();
    const nothing = { unreachable: [], deadExits: [] };

    test('is the first one', () => {
      expect(look(answers(shop().start('what').intent('what', '', exits)))).toMatchObject(nothing);
    });

    test('was an answer to a question, or to a menu that knows no such option', () => {
      const asked = shop()
        .variable('wish')
        .start('ask')
        .question('ask', 'Что вы хотите?', { answer: 'text', saveTo: 'wish' }, { answered: 'what', failed: 'other' })
        .intent('what', '', exits);
      expect(look(answers(asked))).toMatchObject(nothing);
      const offered = shop().start('menu').menu('menu', '?', { bye: 'Выход' }, {}, { other: 'what' }).end('bye');
      expect(look(answers(offered.intent('what', '', exits)))).toMatchObject(nothing);
    });

    test('is compared with a text', () => {
      const bot = drawBot()
        .start('is')
        .node(
          'is',
          'condition',
          { cases: [{ id: 'yes', label: '', all: [{ left: 'message.text', op: '=', right: 'акция' }] }] },
          { yes: 'sale', else: 'hello' },
        )
        .end('sale', 'Минус десять процентов')
        .end('hello', 'Здравствуйте')
        .build();
      expect(look(bot)).toMatchObject(nothing);
    });

    test('may be understood by half, which phrases alone cannot tell', () => {
      const bot = shop()
        .start('what')
        .intent('what', 'Что вас интересует?', { ...exits, unsure: 'maybe' });
      expect(look(answers(bot.message('maybe', 'Не уверен', 'other')))).toMatchObject(nothing);
    });
  });

  test('a command that is an expression', () => {
    const bot = cakeShop()
      .command('code', ['^код \\d{3}$'], 'known', { match: 'expression' })
      .end('known', 'Знаем такой')
      .build();
    expect(look(bot)).toMatchObject({ unreachable: [], deadExits: [] });
  });

  test.each([
    ['customer.name', 'filled', undefined],
    ['time', '<', '08:00'],
    ['lead.status', '=', 'st_order'],
  ])('what nobody can try, «%s %s %s», is called neither lost nor dead', (left, op, right) => {
    const bot = drawBot()
      .variable('size')
      .start('is')
      .node(
        'is',
        'condition',
        {
          cases: [
            { id: 'never', label: '', all: [{ left: 'size', op: '=', right: 'XL' }] },
            { id: 'maybe', label: '', all: [{ left, op, right }] },
          ],
        },
        { never: 'a', maybe: 'b', else: 'c' },
      )
      .end('a', 'А')
      .message('b', 'Б', 'd')
      .end('c', 'В')
      .end('d', 'Г')
      .build();
    const { unreachable, deadExits } = look(bot);
    expect([...briefly(unreachable), ...briefly(deadExits)]).toEqual(['X-REACH a', 'X-EXIT is never']);
  });

  test('a server answers, though the author has no sample of it', () => {
    const bot = drawBot()
      .start('ask')
      .node('ask', 'http', { method: 'GET', url: 'https://shop.example/stock' }, { ok: 'good', error: 'bad' })
      .end('good')
      .end('bad')
      .build();
    expect(look(bot)).toMatchObject({ edgesCovered: 3, edgesTotal: 3, unreachable: [], deadExits: [] });
  });

  test('a customer writes a word that looks like a command of ours', () => {
    const bot = cakeShop().command('help', ['/help'], 'told').message('told', 'Помощь').build();
    const example = look(bot).deadEnds.find(({ node }) => node === 'told')?.example ?? [];
    expect(example).toEqual(['//help']);
    expect(play(bot, example).last).toContainEqual({ type: 'ended', place: { flow: 'main', node: 'told' } });
  });

  test('nobody answers: a time-out, and the hours people work', () => {
    const bot = drawBot()
      .hours({ mon: [['09:00', '18:00']], wed: [['09:00', '18:00']] })
      .start('menu')
      .menu('menu', '?', { people: 'Люди' }, { after: 'none', timeoutMinutes: 30 }, { timeout: 'late' })
      .message('late', 'Вы ещё тут?', 'bye')
      .end('bye')
      .handoff('people', {}, { nobody: 'closed' })
      .message('closed', 'Закрыто', 'bye')
      .build();
    expect(look(bot)).toMatchObject({ edgesCovered: 6, edgesTotal: 6, unreachable: [], deadEnds: [] });
  });

  test('a walk that is cut short says so, and calls nothing unreachable that it has not come to', () => {
    const bot = cakeShop().build();
    const short = look(bot, 2);
    expect(short).toMatchObject({ states: 2, truncated: true, unreachable: [] });
    expect(look(bot)).toMatchObject({ truncated: false });
  });

  test('a bot without a start says nothing, and all its blocks are out of reach', () => {
    const bot = drawBot().message('a', 'А', 'b').end('b').build();
    expect(briefly(look(bot).unreachable)).toEqual(['X-REACH a', 'X-REACH b']);
  });
});

describe.each(['ru', 'en'] as const)('templates, %s', (language) => {
  test.each(['menu', 'nlp'] as const)('%s: no dead ends, no circles, every block is met', (name) => {
    const bot = templateBot(name, language);
    const found = look(bot);
    expect({ ...found, deadEnds: briefly(found.deadEnds), unreachable: briefly(found.unreachable) }).toMatchObject({
      deadEnds: [],
      loops: [],
      unreachable: [],
      unwritten: [],
      truncated: false,
    });
    for (const list of [found.deadExits, found.endlessMisses])
      for (const { example } of list) expect(() => play(bot, example)).not.toThrow();
  });
});

test('the same bot gives the same report', () => {
  const bot = cakeShop().build();
  expect(look(bot)).toEqual(look(bot));
});
