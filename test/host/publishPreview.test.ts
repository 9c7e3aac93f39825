import { describe, expect, test } from 'vitest';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { writeBot } from '../../engine/flow/writeBot.ts';
import { callApi, createApi } from '../../engine/host/api.ts';
import { createPrograms } from '../../engine/host/programs.ts';
import { publishPreview } from '../../engine/host/publishPreview.ts';
import type { Engine } from '../../engine/host/engine.ts';
import type { SessionState, Wait } from '../../engine/model/state.ts';
import type { Reply } from '../../engine/protocol.ts';
import { changeFile } from '../store/changeFile.ts';
import { AT, state, turn } from '../store/conversation.ts';
import { openTestStore, type TestStore } from '../store/testStore.ts';
import { drawBot, type BotBuilder } from '../support/botBuilder.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { openShop, until, unwrap } from './liveShop.ts';
import { processorTime } from '../support/processorMs.ts';

type Preview = Reply<'bots.publishPreview'>;

const shop = (): BotBuilder =>
  drawBot()
    .start('menu')
    .menu(
      'menu',
      'Что вас интересует?',
      { about: 'О нас', order: 'Заказать', people: 'Сотрудник' },
      { after: 'repeat' },
    )
    .also({ name: 'Главное меню' })
    .message('about', 'Печём торты')
    .question('order', 'Ваше имя?', { answer: 'text', saveTo: 'name' }, { answered: 'thanks', failed: 'thanks' })
    .end('thanks', 'Спасибо!')
    .command('word', ['меню'], 'menu')
    .handoff('people')
    .variable('name')
    .settings({ burstSeconds: 0 });

/** The shop with the parts of its menu that a case is about. */
function other(options: Record<string, string>, change: (drawn: BotBuilder) => BotBuilder = (drawn) => drawn): Bot {
  return change(
    drawBot()
      .start('menu')
      .menu('menu', 'Что вас интересует?', options, { after: 'repeat' })
      .also({ name: 'Главное меню' })
      .message('about', 'Печём пироги')
      .end('thanks', 'Спасибо!')
      .command('word', ['меню'], 'menu')
      .handoff('people')
      .variable('name')
      .settings({ burstSeconds: 0 }),
  ).build();
}
const withOrder = (drawn: BotBuilder): BotBuilder =>
  drawn.question('order', 'Ваше имя?', { answer: 'text', saveTo: 'name' }, { answered: 'thanks', failed: 'thanks' });
const ALL = { about: 'О нас', order: 'Заказать', people: 'Сотрудник' };

const at = (node: string, offered: string[] = [], part: Partial<Wait> = {}): Partial<SessionState> => ({
  wait: {
    place: { flow: 'main', node },
    since: AT,
    offered: offered.map((id, index) => ({ id, code: String(index + 1), label: id, synonyms: [] })),
    memo: {},
    ...part,
  },
});
const IN_MENU = at('menu', ['about', 'order', 'people']);

async function conversations(
  { commit, store }: TestStore,
  states: readonly Partial<SessionState>[],
  bot = shop().build(),
): Promise<number> {
  return commit((writer) => {
    const known = store.read.versions(bot.id)[0]?.id;
    const version = known ?? writer.publish(bot.id, writeBot(bot), '').id;
    for (const [index, part] of states.entries())
      writer.commitTurn(turn(version, { state: state({ lead: `lead-${String(version)}-${String(index)}`, ...part }) }));
    return version;
  });
}

async function preview({ store, clock }: TestStore, draft: Bot, before: Bot | null = shop().build()): Promise<Preview> {
  return unwrap(
    await publishPreview(draft, before === null ? null : { bot: before, name: null }, {
      read: store.read,
      programs: createPrograms(store.read),
      now: clock.now(),
      pause: () => Promise.resolve(),
    }),
  );
}
const brief = ({ waiting }: Preview): unknown[] =>
  waiting.map(({ node, people, becomes, why }) => [node, people, becomes, why]);

describe('who waits where, and what becomes of them', () => {
  test.for<[string, Partial<SessionState>, Bot, string, string]>([
    ['a menu that stands', IN_MENU, other(ALL, withOrder), 'movesNow', 'same'],
    ['a menu with an option more', IN_MENU, other({ ...ALL, ship: 'Доставка' }, withOrder), 'movesNow', 'nodeChanged'],
    [
      'a menu with a caption put right',
      IN_MENU,
      other({ ...ALL, about: 'О нас!' }, withOrder),
      'movesNow',
      'nodeChanged',
    ],
    [
      'a menu without one of the options',
      IN_MENU,
      other({ about: 'О нас' }, withOrder),
      'finishesOnOld',
      'optionsChanged',
    ],
    [
      'a menu where the same id is another thing now',
      IN_MENU,
      other({ ...ALL, about: 'Доставка' }, withOrder).flows[0]!.nodes.reduce(
        (bot, node) => (node.id === 'menu' ? edited(bot, { ...node.exits, about: 'thanks' }) : bot),
        other({ ...ALL, about: 'Доставка' }, withOrder),
      ),
      'finishesOnOld',
      'optionsChanged',
    ],
    ['pages of a menu', at('menu', ['about', '@more']), other(ALL, withOrder), 'movesNow', 'same'],
    ['a menu that went', at('gone', ['about']), other(ALL), 'finishesOnOld', 'nodeGone'],
    ['a question that stays', at('order'), other(ALL, withOrder), 'finishesOnOld', 'same'],
    ['a question that went', at('order'), other(ALL), 'finishesOnOld', 'nodeGone'],
    [
      'a question asked otherwise',
      at('order'),
      other(ALL, (drawn) =>
        drawn.question('order', 'Телефон?', { answer: 'phone', saveTo: 'name' }, { answered: 'thanks' }),
      ),
      'finishesOnOld',
      'nodeChanged',
    ],
    [
      'a question that is a menu now',
      at('order'),
      other(ALL, (drawn) => drawn.menu('order', '?', { about: 'О нас' })),
      'finishesOnOld',
      'nodeChanged',
    ],
    ['the outcome of an effect', at('people', [], { effect: 'e1' }), other(ALL, withOrder), 'finishesOnOld', 'busy'],
    ['a person', { wait: null, owner: 'human' }, other(ALL), 'withPerson', 'noWait'],
    ['nothing, in a conversation that goes on', { wait: null }, other(ALL), 'movesNow', 'noWait'],
    [
      'a menu inside a sub-flow whose caller went',
      { ...IN_MENU, calls: [{ place: { flow: 'main', node: 'caller' }, flow: 'main', menus: [] }] },
      other(ALL, withOrder),
      'finishesOnOld',
      'callerGone',
    ],
  ])('%s', async ([, standing, draft, becomes, why]) => {
    const opened = openTestStore();
    await conversations(opened, [standing]);
    const { waiting, total } = await preview(opened, draft);
    expect(waiting.map((group) => [group.becomes, group.why])).toEqual([[becomes, why]]);
    expect(total).toBe(1);
  });

  test.for<[string, Partial<SessionState>]>([
    ['is over', { phase: 'ended', wait: null }],
    ['is nobody’s', { owner: 'off', wait: null }],
    ['never began', { phase: 'new', wait: null }],
  ])('a conversation that %s is not waiting', async ([, over]) => {
    const opened = openTestStore();
    await conversations(opened, [over]);
    expect(await preview(opened, other(ALL))).toMatchObject({ waiting: [], total: 0 });
  });

  test('people of one place are one line with its name, most people first', async () => {
    const opened = openTestStore();
    await conversations(opened, [IN_MENU, at('order'), IN_MENU, IN_MENU, at('order'), { wait: null, owner: 'human' }]);
    const found = await preview(opened, other({ about: 'О нас' }));
    expect(found.total).toBe(6);
    expect(found.waiting).toEqual([
      {
        flow: 'main',
        node: 'menu',
        flowName: 'Главный',
        name: { ru: 'Главное меню', en: 'Главное меню' },
        people: 3,
        becomes: 'finishesOnOld',
        why: 'optionsChanged',
      },
      {
        flow: 'main',
        node: 'order',
        flowName: 'Главный',
        name: { ru: 'Ваше имя?', en: 'Ваше имя?' },
        people: 2,
        becomes: 'finishesOnOld',
        why: 'nodeGone',
      },
      { flow: null, node: null, flowName: null, name: null, people: 1, becomes: 'withPerson', why: 'noWait' },
    ]);
  });

  test('another bot’s conversations finish on it, even where a block is called the same', async () => {
    const opened = openTestStore();
    await conversations(opened, [IN_MENU], shop().build({ id: 'bot_other' }));
    expect(brief(await preview(opened, other(ALL, withOrder), null))).toEqual([
      ['menu', 1, 'finishesOnOld', 'otherBot'],
    ]);
  });

  test('who has been silent for a day begins anew, unless a timer or a person still has them', async () => {
    const opened = openTestStore();
    await conversations(opened, [
      at('order'),
      at('menu', ['about'], { memo: { aside: true } }),
      { wait: null, owner: 'human' },
    ]);
    expect((await preview(opened, other(ALL))).total).toBe(3);
    opened.clock.forward(25 * 3_600_000);
    expect(brief(await preview(opened, other(ALL, withOrder)))).toEqual([
      ['menu', 1, 'movesNow', 'same'],
      [null, 1, 'withPerson', 'noWait'],
    ]);
  });

  test('states that cannot be read are counted by what their columns tell', async () => {
    const opened = openTestStore();
    await conversations(opened, [IN_MENU, IN_MENU]);
    await opened.store.close();
    changeFile(opened.folder, `UPDATE session SET state = 'no JSON' WHERE lead LIKE '%-0'`);
    expect(brief(await preview(openTestStore(opened), other(ALL, withOrder)))).toEqual([
      ['menu', 1, 'movesNow', 'same'],
      [null, 1, 'withPerson', 'noWait'],
    ]);
  });

  test('many are counted in parts, and nobody waits for long', async () => {
    const opened = openTestStore();
    const version = await conversations(opened, [IN_MENU]);
    await opened.commit((writer) => {
      for (let index = 0; index < 9_999; index += 1)
        writer.commitTurn(
          turn(version, { state: state({ lead: `many-${String(index)}`, ...(index % 2 ? IN_MENU : at('order')) }) }),
        );
    });
    let pauses = 0;
    let longest = 0;
    let since = processorTime();
    const found = unwrap(
      await publishPreview(other(ALL), null, {
        read: opened.store.read,
        programs: createPrograms(opened.store.read),
        now: opened.clock.now(),
        pause: () => {
          pauses += 1;
          longest = Math.max(longest, processorTime() - since);
          since = processorTime();
          return Promise.resolve();
        },
      }),
    );
    expect(found.total).toBe(10_000);
    expect(found.waiting.map((group) => group.people)).toEqual([5_000, 5_000]);
    expect(pauses).toBe(5);
    expect(longest).toBeLessThan(500);
  });
});

describe('the preview of a draft', () => {
  test('counts its errors, and tells what changed in words; nothing was published: null', async () => {
    const opened = openTestStore();
    const draft = other({ about: 'О нас', lost: 'Никуда' });
    expect(await preview(opened, draft, null)).toMatchObject({ errors: 1, changes: null, waiting: [], total: 0 });
    const { changes } = await preview(opened, draft);
    expect(changes).toContainEqual({
      flow: 'main',
      node: 'order',
      field: 'node',
      before: { kind: 'question', text: 'Ваше имя?' },
      after: null,
      flowName: 'Главный',
      words: { ru: 'Блок «Ваше имя?»: блок удалён (Вопрос)', en: 'Block “Ваше имя?”: block deleted (Question)' },
    });
    expect((await preview(opened, shop().build())).changes).toEqual([]);
  });
});

describe('in a shop that is open', () => {
  const ask = async (engine: Engine): Promise<Preview> =>
    unwrap(await callApi(createApi(engine), 'bots.publishPreview', { id: 'bot_test' })) as Preview;
  const save = async (engine: Engine, bot: Bot): Promise<void> => {
    const revision = engine.store.read.bot(bot.id)?.revision ?? 0;
    unwrap(await engine.bots.save(bot.id, revision, bot));
  };

  test('what was foretold comes true for each of them, and a rollback brings the very version back', async () => {
    const shopOpen = await openShop(tempFolder(), shop().build());
    const { engine } = shopOpen;
    const first = engine.live()!.version;
    const body = engine.store.read.version(first)!.body;
    const [anna, boris, vera] = await Promise.all(['Анна', 'Борис', 'Вера'].map((name) => shopOpen.customer(name)));
    for (const one of [anna!, boris!, vera!]) {
      await one.writes('Добрый день');
      await until('greeted', async () => (await one.hears()).length === 1);
    }
    await boris!.writes('2');
    await until('asked', async () => (await boris!.hears()).length === 2);
    await vera!.writes('3');
    await until('people have Vera', () =>
      engine.store.read.sessions(9).some((row) => row.name === 'Вера' && row.owner === 'human'),
    );
    await save(
      engine,
      other({ ...ALL, order: 'Купить' }, (drawn) => drawn.end('order', 'Пока закрыто')),
    );
    expect(brief(await ask(engine))).toEqual([
      ['menu', 1, 'movesNow', 'nodeChanged'],
      ['order', 1, 'finishesOnOld', 'nodeChanged'],
      [null, 1, 'withPerson', 'noWait'],
    ]);
    unwrap(await callApi(createApi(engine), 'bots.publish', { id: 'bot_test' }));
    await anna!.writes('1');
    await boris!.writes('Борис');
    await until('the new words', async () => (await anna!.hears())[1] === 'Печём пироги');
    await until('the old end', async () => (await boris!.hears())[2] === 'Спасибо!');
    expect(unwrap(await callApi(createApi(engine), 'bots.rollback', { id: 'bot_test', version: first }))).toMatchObject(
      {
        version: { number: 1 },
      },
    );
    expect(engine.live()?.version).toBe(first);
    expect(engine.store.read.version(first)!.body).toBe(body);
    expect(engine.store.read.versions('bot_test').map(({ number }) => number)).toEqual([2, 1]);
    await shopOpen.close();
  });

  test('a command starts the new version for who waits at a menu that no longer stands', async () => {
    const shopOpen = await openShop(tempFolder(), shop().build());
    const { engine } = shopOpen;
    const anna = await shopOpen.customer('Анна');
    await anna.writes('Добрый день');
    await until('greeted', async () => (await anna.hears()).length === 1);
    await save(engine, other({ about: 'О выпечке', people: 'Сотрудник' }));
    unwrap(await callApi(createApi(engine), 'bots.publish', { id: 'bot_test' }));
    await anna.writes('1');
    await until('the old leaf and menu', async () => (await anna.hears())[1] === 'Печём торты');
    await until('the old menu', async () => (await anna.hears()).length === 3);
    await anna.writes('меню');
    await until('the new menu', async () => (await anna.hears())[3]?.includes('О выпечке'));
    await shopOpen.close();
  });

  test('a bot that is not there', async () => {
    const shopOpen = await openShop(tempFolder(), shop().build());
    expect(await callApi(createApi(shopOpen.engine), 'bots.publishPreview', { id: 'none' })).toMatchObject({
      ok: false,
      fault: { code: 'notFound' },
    });
    await shopOpen.close();
  });
});

function edited(bot: Bot, exits: Record<string, string>): Bot {
  return {
    ...bot,
    flows: bot.flows.map((flow) => ({
      ...flow,
      nodes: flow.nodes.map((node) => (node.id === 'menu' ? { ...node, exits } : node)),
    })),
  };
}
