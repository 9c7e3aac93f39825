import { describe, expect, test } from 'vitest';
import { cakeShop, drawBot } from '../support/botBuilder.ts';
import { slowTalk, talkTo } from '../support/talk.ts';

// product.md, D: the state machine of hand-off.
const MENU = 'Что вас интересует?\n1 — О нас\n2 — Каталог\n3 — Оператор на связи';

describe('bot → person', () => {
  test.each([
    ['the hand-off block', (talk: ReturnType<typeof talkTo>) => talk.customer('3'), 'handoff'],
    ['an operator word', (talk: ReturnType<typeof talkTo>) => talk.customer('оператор'), 'handoff'],
    ['a manager moves the lead', (talk: ReturnType<typeof talkTo>) => talk.manager('st_human'), 'status'],
    ['a manager writes', (talk: ReturnType<typeof talkTo>) => talk.operator('Добрый день, это Анна'), 'managerWrote'],
    ['a person takes it in the app', (talk: ReturnType<typeof talkTo>) => talk.takes(), 'app'],
  ])('by %s', (_, act, reason) => {
    const talk = talkTo(cakeShop().build());
    talk.customer('привет');
    act(talk);
    expect(talk.state).toMatchObject({ owner: 'human', reason, wait: null });
    expect([talk.customer('1'), talk.customer('алло'), talk.customer('где вы')]).toEqual([[], [], []]);
  });

  test('the customer hears of it once, after the status was changed', () => {
    const talk = talkTo(cakeShop().build());
    talk.customer('привет');
    expect(talk.customer('3')).toEqual(['Зову людей']);
    expect(talk.state.status).toBe('st_human');
  });

  test('with the setting off a manager may write beside the bot', () => {
    const talk = talkTo(cakeShop().settings({ takeOverWhenManagerWrites: false }).build());
    talk.customer('привет');
    talk.operator('заметка');
    expect(talk.customer('1')[0]).toBe('Мы печём торты');
  });

  test('our own change of status, told back by the CRM, changes nothing', () => {
    const talk = talkTo(
      drawBot()
        .start('s')
        .status('s', 'st_work', { next: 'menu' })
        .menu('menu', '?', { a: 'Адрес' })
        .message('a', 'улица')
        .build(),
    );
    talk.customer('привет');
    const before = talk.state;
    expect(talk.manager('st_work')).toEqual([]);
    expect(talk.state).toEqual(before);
  });
});

describe('person → bot', () => {
  test('moved back to a bot status: one greeting, the last menu', () => {
    const talk = talkTo(cakeShop().build());
    talk.customer('привет');
    talk.customer('2');
    talk.manager('st_human');
    expect(talk.manager('st_first')).toEqual(['Снова на связи бот.', 'Что показать?\n1 — Торты\n2 — Пироги']);
    expect(talk.manager('st_first')).toEqual([]);
    expect(talk.manager('st_work')).toEqual([]);
  });

  test.each([
    ['menu', [], ['Я вернулся', MENU]],
    ['start', [], ['Я вернулся', 'Здравствуйте!', MENU]],
    ['node', ['next', 'about'], ['Я вернулся', 'Мы печём торты', MENU]],
  ])('by the block, continuing with the %s', (goOn, [exit, to], said) => {
    const talk = talkTo(
      cakeShop()
        .resume({ text: 'Я вернулся', continue: goOn }, exit === undefined ? {} : { [exit]: to ?? '' })
        .build(),
    );
    talk.customer('привет');
    talk.manager('st_human');
    expect(talk.manager('st_work')).toEqual(said);
  });

  test('by the customer’s word, the status as it was', () => {
    const talk = talkTo(cakeShop().settings({ resumeWord: 'бот' }).build());
    talk.customer('привет');
    talk.customer('3');
    expect(talk.customer('Бот, вернись')).toEqual(['Снова на связи бот.', MENU]);
    expect(talk.state).toMatchObject({ owner: 'bot', status: 'st_human', reason: 'resumeWord' });
    expect(talk.customer('1')[0]).toBe('Мы печём торты');
  });

  test('by the word, with the status reset, if that is switched on', () => {
    const talk = talkTo(cakeShop().settings({ resumeWord: 'бот', resumeStatus: 'st_first' }).build());
    talk.customer('привет');
    talk.customer('3');
    talk.customer('бот');
    expect(talk.state).toMatchObject({ owner: 'bot', status: 'st_first' });
  });

  test('without a resume word nothing the customer says does it', () => {
    const talk = talkTo(cakeShop().build());
    talk.customer('привет');
    talk.customer('3');
    expect([talk.customer('бот'), talk.customer('меню')]).toEqual([[], []]);
  });

  test('a command that is allowed beside a person speaks, and the lead stays with the person', () => {
    const talk = talkTo(
      drawBot()
        .start('menu')
        .menu('menu', '?', { a: 'Адрес' })
        .message('a', 'улица')
        .command('c', ['адрес'], 'a', { whileOperator: true })
        .build(),
    );
    talk.customer('привет');
    talk.manager('st_human');
    expect(talk.customer('какой адрес?')).toEqual(['улица']);
    expect(talk.state.owner).toBe('human');
  });

  test('after a person’s silence, if that is switched on; each of their lines starts the time anew', () => {
    const talk = talkTo(cakeShop().settings({ operatorSilenceMinutes: 30 }).build());
    talk.customer('привет');
    talk.manager('st_human');
    talk.passes('20m');
    talk.operator('Минуту');
    expect(talk.passes('29m')).toEqual([]);
    talk.customer('жду');
    expect(talk.passes('1m')).toEqual(['Снова на связи бот.', MENU]);
    expect(talk.passes('24h')).toEqual([]);
  });

  test('from the app, with the lead moved to a bot status', () => {
    const talk = talkTo(cakeShop().build());
    talk.customer('привет');
    talk.customer('3');
    expect(talk.givesBack()).toEqual(['Снова на связи бот.', MENU]);
    expect(talk.state).toMatchObject({ owner: 'bot', status: 'st_first' });
  });
});

describe('neither', () => {
  test.each(['st_order', 'st_lost', null])('a lead moved to %s is nobody’s, until an entry matches', (status) => {
    const talk = talkTo(cakeShop().build());
    talk.customer('привет');
    talk.manager('st_work');
    talk.manager(status);
    expect(talk.state.owner).toBe('off');
    expect([talk.customer('1'), talk.customer('алло')]).toEqual([[], []]);
    expect(talk.customer('меню')).toEqual([MENU]);
    expect(talk.state).toMatchObject({ owner: 'bot', status });
  });

  test('a start rule for the status is an entry', () => {
    const talk = talkTo(
      cakeShop().build({
        flows: [
          cakeShop().build().flows[0]!,
          {
            id: 'after',
            name: 'После',
            nodes: drawBot()
              .start('m', { statuses: ['st_order'] })
              .message('m', 'Ваш заказ готовится')
              .build().flows[0]!.nodes,
          },
        ],
      }),
    );
    talk.customer('привет');
    talk.manager('st_order');
    expect(talk.customer('ну как там?')).toEqual(['Ваш заказ готовится']);
  });

  test('who has ordered is not greeted anew the next day, nor moved back along the funnel', () => {
    const talk = talkTo(
      drawBot()
        .start('s')
        .status('s', 'st_first', { next: 'menu' })
        .menu('menu', '?', { order: 'Заказать' })
        .status('order', 'st_order', { next: 'done' })
        .end('done', 'Ждите')
        .command('c', ['меню'], 'menu')
        .build(),
    );
    talk.customer('привет');
    expect(talk.customer('1')).toEqual(['Ждите']);
    talk.passes('48h');
    expect(talk.customer('спасибо')).toEqual([]);
    expect(talk.customer('меню')).toEqual(['?\n1 — Заказать']);
    expect(talk.state.status).toBe('st_order');
  });
});

describe('a lead that nobody had', () => {
  const switchedOff = () => {
    const talk = talkTo(cakeShop().settings({ resumeWord: 'бот' }).build());
    talk.customer('привет');
    talk.manager('st_order');
    expect(talk.state.owner).toBe('off');
    return talk;
  };

  test('moved to a bot status: the greeting and the last menu', () => {
    expect(switchedOff().manager('st_first')).toEqual(['Снова на связи бот.', MENU]);
  });

  test('called by the customer: the menu alone, for no person was there', () => {
    expect(switchedOff().customer('бот')).toEqual([MENU]);
  });
});

describe('people without a hand-off block', () => {
  const drawn = () =>
    drawBot().start('m').menu('m', '?', { a: 'Адрес' }).message('a', 'улица').settings({ resumeWord: 'бот' });
  const asked = (talk: ReturnType<typeof slowTalk>) => talk.last.effects.filter(({ type }) => type === 'setStatus');

  test('are called by their status, without a promise', () => {
    const talk = slowTalk(drawn().build());
    talk.customer('привет');
    expect(talk.customer('оператор')).toEqual([]);
    expect(asked(talk)).toEqual([expect.objectContaining({ status: 'st_human', awaited: false })]);
    expect(talk.state).toMatchObject({ owner: 'human', status: 'st_human', reason: 'operatorWord' });
  });

  test('the lead that has their status already is not moved once more', () => {
    const talk = slowTalk(drawn().build());
    talk.customer('привет');
    talk.event({ type: 'status', status: 'st_human' });
    talk.customer('бот');
    expect(talk.state).toMatchObject({ owner: 'bot', status: 'st_human' });
    expect(talk.customer('оператор')).toEqual([]);
    expect(asked(talk)).toEqual([]);
    expect(talk.state.owner).toBe('human');
  });

  test('with no status of theirs either the word is no request', () => {
    const talk = slowTalk(drawn().build({ statuses: [{ id: 'st_first', name: 'Новый', role: 'bot' }] }));
    talk.customer('привет');
    expect(talk.customer('оператор')).toEqual([expect.stringContaining('1 — Адрес')]);
    expect(talk.state.owner).toBe('bot');
  });
});

describe('a pause set in the app', () => {
  const until = (talk: ReturnType<typeof slowTalk>, minutes: number): number =>
    (talk.last.state.lastAt || 0) + minutes * 60_000;
  const paused = (pauseUntil: number | null) =>
    ({ type: 'owner', owner: 'human', pauseUntil, note: 'спрошу склад' }) as const;

  test('moves nothing in the CRM, ends by itself, and the bot goes on with the last menu', () => {
    const talk = slowTalk(cakeShop().build());
    talk.customer('привет');
    const due = until(talk, 15);
    expect(talk.event(paused(due))).toEqual([]);
    expect(talk.state).toMatchObject({ owner: 'human', reason: 'paused' });
    expect(talk.last.effects.filter((effect) => effect.type === 'setStatus')).toEqual([]);
    expect(talk.last.effects).toContainEqual({ type: 'setTimer', timer: 'pause', due });
    expect(talk.customer('1')).toEqual([]);
    expect(talk.event({ type: 'managerMessage', text: 'минутку' })).toEqual([]);
    expect(talk.event({ type: 'timer', timer: 'pause' })).toEqual(['Снова на связи бот.', MENU]);
    expect(talk.state).toMatchObject({ owner: 'bot', reason: 'pauseOver' });
  });

  test('without an end lasts until somebody calls the bot back', () => {
    const talk = slowTalk(cakeShop().build());
    talk.customer('привет');
    talk.event(paused(null));
    expect(talk.last.effects.some((effect) => effect.type === 'setTimer')).toBe(false);
    expect(talk.event({ type: 'owner', owner: 'bot' })).toEqual(['Снова на связи бот.', MENU]);
  });

  test.each([
    ['takes the lead', { type: 'owner', owner: 'human' }],
    ['moves the lead to people', { type: 'status', status: 'st_human' }],
  ] as const)('is over for good when a person %s', (_, event) => {
    const talk = slowTalk(cakeShop().build());
    talk.customer('привет');
    talk.event(paused(until(talk, 15)));
    talk.event(event);
    expect(talk.last.effects).toContainEqual({ type: 'cancelTimer', timer: 'pause' });
    expect(talk.event({ type: 'timer', timer: 'pause' })).toEqual([]);
    expect(talk.state.owner).toBe('human');
  });
});

describe('a conversation begun anew from the app', () => {
  const anew = (restart: 'talk' | 'customer') => ({ type: 'owner', owner: 'bot', restart }) as const;
  const shop = () =>
    drawBot()
      .start('ask')
      .node(
        'ask',
        'question',
        { text: 'Как вас зовут?', answer: 'text', saveTo: 'name', skipIfKnown: true },
        { answered: 'menu' },
      )
      .variable('name')
      .menu('menu', 'Что вас интересует?', { a: 'Адрес' })
      .message('a', 'улица')
      .build();

  test('sends nothing; the next message is met from the start, and what is known stays', () => {
    const talk = slowTalk(shop());
    talk.customer('привет');
    talk.customer('Анна');
    expect(talk.event(anew('talk'))).toEqual([]);
    expect(talk.last.effects).toEqual([]);
    expect(talk.state).toMatchObject({ owner: 'bot', reason: 'start', phase: 'new', wait: null });
    expect(talk.state.variables).toEqual({ name: 'Анна' });
    expect(talk.customer('1')).toEqual(['Что вас интересует?\n1 — Адрес']);
  });

  test('as with a stranger: the name is asked for again', () => {
    const talk = slowTalk(shop());
    talk.customer('привет');
    talk.customer('Анна');
    expect(talk.event(anew('customer'))).toEqual([]);
    expect(talk.state.variables).toEqual({});
    expect(talk.customer('1')).toEqual(['Как вас зовут?']);
  });

  test('takes the lead back from people, and the bot speaks when the customer does', () => {
    const talk = slowTalk(cakeShop().build());
    talk.customer('привет');
    talk.event({ type: 'owner', owner: 'human' });
    expect(talk.event(anew('talk'))).toEqual([]);
    expect(talk.last.effects).toContainEqual(expect.objectContaining({ type: 'setStatus', status: 'st_first' }));
    expect(talk.state).toMatchObject({ owner: 'bot', reason: 'app' });
    expect(talk.customer('1').at(-1)).toBe(MENU);
  });

  test('leaves out the wait it ends: its timers go, and what was kept meanwhile is read as the first message', () => {
    const talk = slowTalk(
      drawBot()
        .start('menu')
        .menu('menu', '?', { a: 'Адрес' }, { timeoutMinutes: 5 }, { timeout: 'late' })
        .message('a', 'улица')
        .message('late', 'молчите?')
        .build(),
    );
    talk.customer('привет');
    const set = talk.last.effects.flatMap((effect) => (effect.type === 'setTimer' ? [effect.timer] : []));
    expect(set).toHaveLength(1);
    talk.event(anew('talk'));
    expect(talk.last.effects).toEqual(set.map((timer) => ({ type: 'cancelTimer', timer })));
    expect(talk.event({ type: 'timer', timer: set[0] ?? '' })).toEqual([]);
  });
});
