import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import type { LiveSession, LiveTurn } from '../../../engine/protocol/liveViews.ts';
import { useLiveFilter } from '../../../renderer/live/liveFilter.ts';
import { LiveScreen } from '../../../renderer/live/LiveScreen.tsx';
import { StopBotButton } from '../../../renderer/live/StopBotButton.tsx';
import { Toaster } from '../../../renderer/ui/Toaster.tsx';
import {
  connectionOf,
  type ScriptedEngine,
  sessionOf,
  startScriptedEngine,
  statusOf,
} from '../bridge/scriptedEngine.ts';

const BOT = {
  format: 1 as const,
  id: 'cakes',
  name: 'Торты',
  language: 'ru',
  statuses: [{ id: 'op', name: 'Диалог с оператором', role: 'operator' as const }],
  flows: [
    {
      id: 'main',
      name: 'Главный',
      main: true,
      nodes: [
        { id: 'menu', kind: 'menu', name: 'Главное меню' },
        { id: 'ship', kind: 'message', name: 'Доставка' },
      ],
    },
  ],
};

function turn(id: number, change: Partial<LiveTurn>): LiveTurn {
  const event = { type: 'timer' as const, at: id, seed: 1, timer: 'wait' };
  return { id, at: id, version: 1, event, entries: [], effects: [], ...change };
}
function customerSays(id: number, text: string, change: Partial<LiveTurn> = {}): LiveTurn {
  return turn(id, {
    event: { type: 'message', at: id, seed: 1, text, attachments: [], channel: 'whatsapp2', lead: '101', customer: {} },
    ...change,
  });
}
const TURNS = [
  customerSays(1, 'Сколько стоит доставка?', {
    entries: [
      { type: 'enter', place: { flow: 'main', node: 'menu' } },
      { type: 'enter', place: { flow: 'main', node: 'ship' } },
    ],
    effects: [{ type: 'send', id: 'e1', text: 'По Москве 350 ₽.' }],
  }),
  customerSays(2, 'Позовите человека', {
    entries: [{ type: 'owner', owner: 'human', reason: 'operatorWord' }],
    effects: [{ type: 'setStatus', id: 'e2', status: 'op', awaited: true }],
  }),
  turn(3, { event: { type: 'managerMessage', at: 3, seed: 1, text: 'Добрый день', name: 'Анна' } }),
];

let engine: ScriptedEngine;
let session: LiveSession;
beforeEach(() => {
  useLiveFilter.setState({ filter: 'all', query: '' });
  session = sessionOf({ owner: 'human', reason: 'operatorWord', status: 'op', node: 'ship' });
  engine = startScriptedEngine({
    'engine.status': () =>
      statusOf({
        connection: connectionOf({ kind: 'sandbox', state: 'on', sandboxUrl: 'http://127.0.0.1:1/' }),
        live: { bot: 'cakes', name: 'Торты', version: 1, number: 1 },
      }),
    'live.list': () => ({ sessions: [session, sessionOf({ lead: '102', name: 'Пётр', updatedAt: 500 })], total: 2 }),
    'live.open': () => ({
      session,
      turns: TURNS,
      deliveries: [{ effect: 'e1', state: 'dead', attempts: 6, reason: 'HTTP 500' }],
      bot: BOT,
    }),
    'live.setOwner': () => ({}),
  });
});

async function open(lead: string | null = '101') {
  render(
    <div>
      <LiveScreen lead={lead} />
      <Toaster />
    </div>,
  );
  await screen.findByTestId('live-row-101');
  return userEvent.setup();
}

describe('the list', () => {
  test('says in words who talks to whom', async () => {
    await open(null);
    expect(within(screen.getByTestId('live-row-101')).getByText('У оператора')).toBeTruthy();
    expect(within(screen.getByTestId('live-row-102')).getByText('Бот ведёт')).toBeTruthy();
  });

  test('a conversation that moves comes to the top, a new one is added', async () => {
    await open(null);
    const order = () => screen.getAllByTestId(/^live-row-/).map((row) => row.dataset['testid']);
    act(() => engine.push({ push: 'session', session: sessionOf({ lead: '102', name: 'Пётр', updatedAt: 2_000 }) }));
    expect(order()).toEqual(['live-row-102', 'live-row-101']);
    act(() => engine.push({ push: 'session', session: sessionOf({ lead: '103', name: 'Ира', updatedAt: 3_000 }) }));
    expect(order()).toEqual(['live-row-103', 'live-row-102', 'live-row-101']);
  });

  test('is filtered by state, and an empty filter says so and leads back', async () => {
    const user = await open(null);
    await user.click(screen.getByRole('radio', { name: /^У оператора/u }));
    expect(screen.queryByTestId('live-row-102')).toBeNull();
    await user.click(screen.getByRole('radio', { name: /^Молчит/u }));
    await user.click(screen.getByRole('button', { name: 'Показать все' }));
    expect(screen.getByTestId('live-row-102')).toBeTruthy();
  });

  test('who waits and what failed have filters with counts, kept while one looks elsewhere; nobody there is said in words', async () => {
    const user = await open(null);
    const waits = sessionOf({ owner: 'human', reason: 'operatorWord', waitingSince: 900 });
    act(() => engine.push({ push: 'session', session: waits }));
    await user.click(screen.getByRole('radio', { name: 'Ждут оператора 1' }));
    expect(screen.getByTestId('live-row-101')).toBeTruthy();
    expect(screen.queryByTestId('live-row-102')).toBeNull();
    await user.click(screen.getByRole('radio', { name: 'С ошибкой' }));
    expect(screen.getByText('Ошибок нет')).toBeTruthy();
    act(() => engine.push({ push: 'session', session: sessionOf({ lead: '102', name: 'Пётр', troubled: true }) }));
    expect(within(screen.getByTestId('live-row-102')).getByText('Ошибка')).toBeTruthy();
    expect(screen.getByRole('radio', { name: 'С ошибкой 1' })).toBeTruthy();
    cleanup();
    render(<LiveScreen lead={null} />);
    await screen.findByTestId('live-row-102');
    expect(screen.queryByTestId('live-row-101')).toBeNull();
    act(() => engine.push({ push: 'session', session: { ...waits, waitingSince: null } }));
    await user.click(screen.getByRole('radio', { name: 'Ждут оператора' }));
    expect(screen.getByText('Никто не ждёт оператора')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Показать все' }));
    expect(screen.getByTestId('live-row-101')).toBeTruthy();
  });

  test('arrows walk the rows', async () => {
    const user = await open(null);
    screen.getByTestId('live-row-101').focus();
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(screen.getByTestId('live-row-102'));
  });
});

describe('a conversation', () => {
  test('every message says who wrote it, and what happened stands between', async () => {
    await open();
    const log = await screen.findByRole('log');
    const senders = [...log.querySelectorAll('[data-from]')].map((message) => message.getAttribute('data-from'));
    expect(senders).toEqual(['customer', 'bot', 'customer', 'operator']);
    expect(within(log).getByText(/Сотрудник Анна/)).toBeTruthy();
    expect(within(log).getByText('Главное меню → Доставка')).toBeTruthy();
    expect(within(log).getByText('Бот меняет статус: Диалог с оператором')).toBeTruthy();
    expect(within(log).getByText('Клиент позвал человека')).toBeTruthy();
    expect(within(log).getByText('Не доставлено, попыток: 6')).toBeTruthy();
  });

  test('what comes while it is open appears, once, in its place', async () => {
    await open();
    const log = await screen.findByRole('log');
    act(() => {
      engine.push({ push: 'turn', lead: '101', turn: customerSays(4, 'Спасибо') });
      engine.push({ push: 'turn', lead: '101', turn: customerSays(4, 'Спасибо') });
      engine.push({ push: 'turn', lead: '102', turn: customerSays(5, 'чужое') });
      engine.push({
        push: 'delivery',
        lead: '101',
        delivery: { effect: 'e1', state: 'sent', attempts: 7, reason: null },
      });
    });
    expect(within(log).getAllByText('Спасибо')).toHaveLength(1);
    expect(within(log).queryByText('чужое')).toBeNull();
    expect(within(log).queryByText(/Не доставлено/)).toBeNull();
  });

  test('«return to the bot» asks the engine; the chip waits for its word', async () => {
    const user = await open();
    await user.click(await screen.findByRole('button', { name: 'Вернуть боту' }));
    expect(engine.paramsOf('live.setOwner')).toEqual([{ lead: '101', owner: 'bot' }]);
    expect(screen.getByTestId('conv-state').textContent).toBe('У оператора');
    act(() => engine.push({ push: 'session', session: { ...session, owner: 'bot' } }));
    expect(screen.getByTestId('conv-state').textContent).toBe('Бот ведёт');
    expect(screen.getByRole('button', { name: 'Взять диалог' })).toBeTruthy();
  });

  test('a refusal is told and changes nothing', async () => {
    engine.answer({ 'live.setOwner': () => ({ fault: { code: 'statusNotLinked', status: 'Диалог с оператором' } }) });
    const user = await open();
    await user.click(await screen.findByRole('button', { name: 'Вернуть боту' }));
    expect(await screen.findByText(/Статус «Диалог с оператором» не связан/)).toBeTruthy();
    expect(screen.getByTestId('conv-state').textContent).toBe('У оператора');
  });

  test('it is read anew when the engine comes back', async () => {
    await open();
    await screen.findByRole('log');
    act(() => engine.become('lost'));
    engine.answer({
      'live.open': () => ({
        session,
        turns: [...TURNS, customerSays(9, 'пока вас не было')],
        deliveries: [],
        bot: BOT,
      }),
    });
    act(() => engine.become('open'));
    expect(await screen.findByText('пока вас не было')).toBeTruthy();
  });

  test('a status is told when it is news: not the first one of a lead, not the echo of what the bot has set', async () => {
    const status = (id: number, name: string): LiveTurn =>
      turn(id, { event: { type: 'status', at: id, seed: 1, status: name } });
    const turns = [
      customerSays(1, 'Закажу торт', {
        effects: [{ type: 'setStatus', id: 'e1', status: 'order', awaited: true }],
      }),
      status(2, 'first'),
      status(3, 'order'),
      status(4, 'order'),
      status(5, 'op'),
      status(6, 'op'),
      status(7, 'first'),
    ];
    const statuses = [
      ...BOT.statuses,
      { id: 'first', name: 'Первичное касание', role: 'bot' as const },
      { id: 'order', name: 'Хочу заказать', role: 'none' as const },
    ];
    engine.answer({ 'live.open': () => ({ session, turns, deliveries: [], bot: { ...BOT, statuses } }) });
    await open();
    const log = await screen.findByRole('log');
    // Behind the words comes their time.
    const lines = [...log.querySelectorAll('[data-line]')].map((line) => line.firstChild?.textContent);
    expect(lines).toEqual([
      'Бот меняет статус: Хочу заказать',
      'Статус: Диалог с оператором',
      'Статус: Первичное касание',
    ]);
  });

  test('what customers write is text and nothing else', async () => {
    const nasty = '<img src=x onerror="document.title=1"><script>alert(1)</script>';
    engine.answer({ 'live.open': () => ({ session, turns: [customerSays(1, nasty)], deliveries: [], bot: BOT }) });
    await open();
    const log = await screen.findByRole('log');
    expect(within(log).getByText(nasty)).toBeTruthy();
    expect(log.querySelector('img, script')).toBeNull();
  });
});

describe('nobody has written yet', () => {
  test.each([
    ['no connection', connectionOf(), 'Открыть подключения'],
    [
      'the sandbox runs',
      connectionOf({ kind: 'sandbox', state: 'on', sandboxUrl: 'http://127.0.0.1:1/' }),
      'Открыть страницу песочницы',
    ],
    ['no channel is on', connectionOf({ kind: 'umnico', state: 'on' }), 'Открыть подключения'],
  ])('%s: the one next step', async (_case, connection, step) => {
    engine.answer({
      'engine.status': () => statusOf({ connection, live: { bot: 'cakes', name: 'Торты', version: 1, number: 1 } }),
      'live.list': () => ({ sessions: [], total: 0 }),
    });
    engine.become('open');
    render(<LiveScreen lead={null} />);
    expect(await screen.findByRole('button', { name: step })).toBeTruthy();
  });
});

test('stopping the bot for everyone takes a second press', async () => {
  engine.answer({ 'engine.stop': () => ({}) });
  render(<StopBotButton />);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Остановить бота' }));
  expect(engine.paramsOf('engine.stop')).toEqual([]);
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Остановить' }));
  await waitFor(() => expect(engine.paramsOf('engine.stop')).toEqual([{}]));
});
