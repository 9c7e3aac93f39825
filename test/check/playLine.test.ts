import { describe, expect, test } from 'vitest';
import { checkStart } from '../../engine/check/checkStart.ts';
import { startConversation, type Conversation } from '../../engine/check/conversation.ts';
import { isWrong, playLine, type WrongLine } from '../../engine/check/playLine.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { compileBot } from '../../engine/runtime/compileBot.ts';
import { cakeShop, drawBot } from '../support/botBuilder.ts';

function begin(bot: Bot): Conversation {
  const program = compileBot(bot);
  return startConversation(program, { at: checkStart(program.facts.timeZone), channel: 'test' });
}

function play(bot: Bot, ...lines: string[]): Conversation {
  return lines.reduce((talk, line) => {
    const next = playLine(talk, line);
    if (isWrong(next)) throw new Error(`${next.wrong}: ${next.line}`);
    return next;
  }, begin(bot));
}

const said = (talk: Conversation): string[] => talk.items.flatMap((item) => (item.from === 'bot' ? [item.text] : []));

/** Asks a server whether it is in stock. */
const stock = drawBot()
  .start('ask')
  .node(
    'ask',
    'http',
    {
      method: 'GET',
      url: 'https://shop.example/stock',
      save: [{ path: 'left', variable: 'left' }],
      sample: { left: 3 },
    },
    { ok: 'yes', error: 'no' },
  )
  .message('yes', 'Осталось {{left}}')
  .message('no', 'Сервер молчит')
  .build({ variables: [{ id: 'left', type: 'number' }] });

const coin = (sticky: boolean) =>
  drawBot()
    .start('coin')
    .node(
      'coin',
      'split',
      {
        branches: [
          { id: 'a', label: 'Орёл', weight: 99 },
          { id: 'b', label: 'Решка', weight: 1 },
        ],
        sticky,
      },
      { a: 'heads', b: 'tails' },
    )
    .end('heads', 'орёл')
    .end('tails', 'решка')
    .command('again', ['ещё'], 'coin')
    .build();

describe('a line of a conversation', () => {
  test('that is no command is what the customer writes', () => {
    expect(said(play(cakeShop().build(), 'привет', '1'))[2]).toBe('Мы печём торты');
  });

  test('with two slashes is a customer who writes one', () => {
    const bot = drawBot().start('m').message('m', 'Вы сказали {{message.text}}').build();
    expect(said(play(bot, '//start'))).toEqual(['Вы сказали /start']);
  });

  test('moves time, the lead and the people around it', () => {
    const talk = play(cakeShop().build(), 'привет', '/operator я тут', '/manager первичное касание', '/advance 1h30m');
    expect(talk.state).toMatchObject({ owner: 'bot', status: 'st_first' });
    expect(talk.now - talk.began.at).toBe(5_400_000);
    expect(play(cakeShop().build(), 'привет', '/take').state.owner).toBe('human');
    expect(play(cakeShop().build(), 'привет', '/take', '/return').state.owner).toBe('bot');
    expect(play(cakeShop().build(), 'привет', '/manager st_first', '/manager Склад').state).toMatchObject({
      owner: 'off',
      status: null,
    });
  });

  test('sends pictures and files, with words or without', () => {
    const talk = play(cakeShop().build(), '/image https://e.org/1.png вот такой', '/file https://e.org/2.pdf');
    expect(talk.items.filter(({ from }) => from === 'customer')).toMatchObject([
      { text: 'вот такой', attachments: [{ type: 'image', url: 'https://e.org/1.png' }] },
      { text: '', attachments: [{ type: 'file', url: 'https://e.org/2.pdf' }] },
    ]);
  });

  test('makes the CRM refuse, and take again', () => {
    const bot = drawBot()
      .start('s')
      .status('s', 'st_work', { next: 'yes', failed: 'no' })
      .end('yes', 'да')
      .end('no', 'нет')
      .command('again', ['ещё'], 's')
      .build();
    expect(said(play(bot, '/refuse', 'привет', '/accept', 'ещё'))).toEqual(['нет', 'да']);
  });

  test('makes the CRM refuse what one block asks for, and nothing else', () => {
    const bot = drawBot()
      .start('s')
      .status('s', 'st_work', { next: 't', failed: 'no' })
      .node('t', 'tags', { add: ['опт'] }, { next: 'yes', failed: 'half' })
      .end('yes', 'да')
      .end('half', 'наполовину')
      .end('no', 'нет')
      .command('again', ['ещё'], 's')
      .build();
    expect(said(play(bot, '/refuse t', 'привет', '/accept', 'ещё'))).toEqual(['наполовину', 'да']);
    expect(said(play(bot, '/refuse t s', 'привет', '/refuse main/t', 'ещё'))).toEqual(['нет', 'наполовину']);
    expect(said(play(bot, '/refuse', 'привет', '/refuse t', 'ещё', '/new', 'привет'))).toEqual(['наполовину']);
  });

  test('says what a server replies', () => {
    expect(said(play(stock, 'привет'))).toEqual(['Осталось 3']);
    expect(said(play(stock, '/http ask {"left": 7}', 'привет'))).toEqual(['Осталось 7']);
    expect(said(play(stock, '/http ask error', 'привет'))).toEqual(['Сервер молчит']);
    expect(said(play(stock, '/http ask 500', 'привет'))).toEqual(['Сервер молчит']);
    expect(said(play(stock, '/http main/ask {"status": 404, "body": ""}', 'привет'))).toEqual(['Сервер молчит']);
  });

  test.each([true, false])('chooses what chance decides, kept for the customer or not: %s', (sticky) => {
    expect(said(play(coin(sticky), '/choose coin b', 'привет', 'ещё'))).toEqual(['решка', 'решка']);
    expect(said(play(coin(sticky), '/choose coin решка', 'привет', '/choose coin Орёл', 'ещё'))).toEqual([
      'решка',
      'орёл',
    ]);
    // Another customer of the same world.
    expect(said(play(coin(sticky), '/choose coin b', '/new', 'привет'))).toEqual(['решка']);
  });

  test.each([
    ['size L', 'size', 'L'],
    ['size 5', 'size', '5'],
    ['size "5"', 'size', '5'],
    ['size Большой торт', 'size', 'Большой торт'],
    ['count 5', 'count', 5],
    ['wants true', 'wants', true],
    ['list ["a","b"]', 'list', ['a', 'b']],
    ['size', 'size', ''],
    ['undeclared 5', 'undeclared', 5],
  ])('/set %s', (told, name, value) => {
    const bot = cakeShop().build({
      variables: [
        { id: 'size', type: 'text' },
        { id: 'count', type: 'number' },
        { id: 'wants', type: 'boolean' },
        { id: 'list', type: 'list' },
      ],
    });
    expect(play(bot, `/set ${told}`).state.variables[name]).toEqual(value);
  });

  test('begins anew on the same channel, with nothing said', () => {
    const talk = play(cakeShop().build(), 'привет', '/channel whatsapp2', '/new');
    expect(talk).toMatchObject({ channel: 'whatsapp2', items: [], state: { phase: 'new' } });
  });

  test.each<[string, WrongLine['wrong']]>([
    ['/dance', 'command'],
    ['/', 'command'],
    ['/__proto__', 'command'],
    ['/toString x', 'command'],
    ['/advance soon', 'command'],
    ['/operator', 'command'],
    ['/manager ', 'command'],
    ['/channel', 'command'],
    ['/image', 'command'],
    ['/set', 'command'],
    ['/http ask', 'command'],
    ['/choose coin', 'command'],
    ['/take it', 'command'],
    ['/http gone {}', 'noNode'],
    ['/http start {}', 'noRequest'],
    ['/refuse gone', 'noNode'],
    ['/accept now', 'command'],
    ['/choose gone a', 'noNode'],
    ['/choose start a', 'noChance'],
    ['/choose coin c', 'noBranch'],
  ])('«%s» cannot be played: %s', (line, wrong) => {
    expect(playLine(begin(coin(true)), line)).toMatchObject({ wrong, line });
  });
});
