import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import type { QueueRow } from '../../../engine/protocol/queueViews.ts';
import { StatusBar } from '../../../renderer/app/StatusBar.tsx';
import { Rail } from '../../../renderer/app/Rail.tsx';
import { useRoute } from '../../../renderer/app/route.ts';
import { LiveScreen } from '../../../renderer/live/LiveScreen.tsx';
import { Toaster } from '../../../renderer/ui/Toaster.tsx';
import { type ScriptedEngine, startScriptedEngine, statusOf } from '../bridge/scriptedEngine.ts';

const NOBODY = { waiting: 0, inFlight: 0, unknown: 0, parked: 0, away: 0, flood: 0, dead: 0 };
const QUEUES = { inboxNew: 0, inboxParked: 0, inboxAway: 0, outboxOpen: 0, outboxUnknown: 0, outboxDead: 0 };

function rowOf(change: Partial<QueueRow>): QueueRow {
  return {
    id: 'out1',
    kind: 'dead',
    lead: '101',
    name: 'Мария',
    channel: 'telebot',
    owner: 'bot',
    what: { type: 'effect', effect: { type: 'send', id: 'e1', text: 'Заказ готов' } },
    since: 1_000,
    due: 1_000,
    attempts: 6,
    reason: 'network',
    why: 'soon',
    ...change,
  };
}

let engine: ScriptedEngine;
let rows: QueueRow[];
beforeEach(() => {
  rows = [];
  engine = startScriptedEngine({
    'queues.list': ({ kinds }) => {
      const shown = rows.filter((row) => kinds.includes(row.kind));
      const counts = Object.entries(NOBODY).map(([kind]) => [kind, rows.filter((row) => row.kind === kind).length]);
      return { rows: shown, counts: Object.fromEntries(counts) as typeof NOBODY };
    },
    'queues.retry': () => ({ done: 1, late: 0, gone: 0, people: 0 }),
    'queues.drop': () => ({ done: 1, late: 0, gone: 0, people: 0 }),
    'queues.arrived': () => ({ done: 1, late: 0, gone: 0, people: 0 }),
    'queues.restore': () => ({ done: 1, late: 0, gone: 0, people: 0 }),
    'live.setOwner': () => ({}),
  });
});

function open(view: 'queues' | 'away') {
  render(
    <div>
      <LiveScreen lead={null} view={view} />
      <Toaster />
    </div>,
  );
  return userEvent.setup();
}

describe('the queues', () => {
  test('say that nothing waits', async () => {
    open('queues');
    expect(await screen.findByText('Очереди пусты')).toBeTruthy();
  });

  test.each<[string, Partial<QueueRow>, RegExp]>([
    ['no connection', { reason: 'network' }, /Не было связи\. Проверьте интернет и повторите/u],
    ['a refusal', { reason: 'refused 400: bad' }, /Umnico отклонил запрос \(ответ 400\)/u],
    ['no rights', { reason: 'refused 403: no' }, /не разрешил.*403/u],
    ['no such lead', { reason: 'refused 404: ' }, /не нашёл это обращение/u],
    ['another server', { reason: 'status 502' }, /Чужой сервер ответил 502/u],
    ['something new', { reason: 'comet' }, /Не получилось \(comet\)/u],
    ['a poison message', { kind: 'parked', reason: 'attempts' }, /три раза останавливало бота/u],
    ['a flood', { kind: 'flood', reason: 'flood' }, /среди слишком многих подряд/u],
    ['unreadable', { what: { type: 'unreadable' }, reason: 'unreadable' }, /не понимает запись/u],
    ['in doubt', { kind: 'unknown', reason: 'upstreamDown', why: 'history' }, /Сверимся с историей Umnico в/u],
    ['a message for a person to decide on', { kind: 'unknown', reason: 'undecided', why: 'person' }, /решите сами/u],
    [
      'a request for a person to decide on',
      {
        kind: 'unknown',
        reason: 'undecided',
        why: 'person',
        what: {
          type: 'effect',
          effect: {
            type: 'http',
            id: 'e1',
            method: 'POST',
            url: 'https://pay.example/',
            headers: {},
            timeoutMs: 10_000,
            retries: 1,
            once: true,
            awaited: true,
          },
        },
      },
      /Проверьте на том сервере/u,
    ],
    ['a stopped bot', { kind: 'waiting', reason: null, why: 'stopped' }, /Бот остановлен/u],
    ['the next attempt', { kind: 'waiting', why: 'again' }, /Не было связи\. Следующая попытка в/u],
  ])('tell why in words: %s', async (_, change, words) => {
    rows = [rowOf(change)];
    open('queues');
    expect((await screen.findByTestId('queue-out1')).textContent).toMatch(words);
  });

  test('a row is retried by one press, and what became of it is told', async () => {
    rows = [rowOf({})];
    const user = open('queues');
    await user.click(await screen.findByRole('button', { name: 'Повторить' }));
    expect(engine.paramsOf('queues.retry')).toEqual([{ ids: ['out1'] }]);
    expect(await screen.findByText('1 запись снова в работе.')).toBeTruthy();
    engine.answer({ 'queues.retry': () => ({ done: 0, late: 0, gone: 0, people: 1 }) });
    await user.click(screen.getByRole('button', { name: 'Повторить' }));
    expect(await screen.findByText('Диалог ведёт человек: сначала верните его боту.')).toBeTruthy();
  });

  test('what is in doubt can have arrived, be sent again, or rather never', async () => {
    rows = [rowOf({ kind: 'unknown', why: 'history' })];
    const user = open('queues');
    await user.click(await screen.findByRole('button', { name: 'Дошло' }));
    await user.click(screen.getByRole('button', { name: 'Отправить ещё раз' }));
    await user.click(screen.getByRole('button', { name: 'Больше не отправлять' }));
    expect(engine.paramsOf('queues.drop')).toEqual([]);
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Убрать' }));
    for (const verb of ['arrived', 'retry', 'drop'] as const)
      expect(engine.paramsOf(`queues.${verb}`)).toEqual([{ ids: ['out1'] }]);
  });

  test('all of a kind at once; dropping all asks first', async () => {
    rows = [rowOf({}), rowOf({ id: 'out2', lead: '102', name: 'Пётр' })];
    const user = open('queues');
    await user.click(await screen.findByRole('button', { name: 'Повторить все' }));
    await user.click(screen.getByRole('button', { name: 'Убрать все' }));
    expect(screen.getByRole('dialog', { name: 'Убрать 2 записи?' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Отмена' }));
    expect(engine.paramsOf('queues.retry')).toEqual([{ kind: 'dead' }]);
    expect(engine.paramsOf('queues.drop')).toEqual([]);
  });

  test('what cannot help is not offered', async () => {
    rows = [
      rowOf({ id: 'out1', kind: 'inFlight' }),
      rowOf({ id: 'out2', what: { type: 'unreadable' } }),
      rowOf({ id: 'in3', kind: 'waiting', what: { type: 'event', event: 'outcome' } }),
    ];
    open('queues');
    const buttons = async (id: string) =>
      within(await screen.findByTestId(`queue-${id}`))
        .getAllByRole('button')
        .map((button) => button.textContent);
    expect(await buttons('out1')).toEqual(['Мария']);
    expect(await buttons('out2')).toEqual(['Мария', 'Убрать']);
    expect(await buttons('in3')).toEqual(['Мария']);
  });

  test('a customer’s name leads to the conversation', async () => {
    rows = [rowOf({})];
    const user = open('queues');
    await user.click(await screen.findByRole('button', { name: 'Мария' }));
    expect(useRoute.getState().route).toEqual({ screen: 'live', lead: '101' });
  });

  test('follow what happens, unasked', async () => {
    open('queues');
    await screen.findByText('Очереди пусты');
    rows = [rowOf({})];
    act(() => engine.push({ push: 'queues', queues: { ...QUEUES, outboxDead: 1 } }));
    expect(await screen.findByTestId('queue-out1')).toBeTruthy();
  });
});

describe('while you were away', () => {
  const asked = (id: string, text: string, change: Partial<QueueRow> = {}): QueueRow =>
    rowOf({ id, kind: 'away', what: { type: 'message', text, files: 0 }, reason: 'stale', attempts: 0, ...change });

  test('a customer’s questions stand together, and the bot answers them if asked to', async () => {
    rows = [asked('in2', 'Есть кто?', { since: 2_000 }), asked('in1', 'Сколько стоит торт?')];
    const user = open('away');
    const item = await screen.findByTestId('away-101');
    expect(item.textContent).toMatch(/Сколько стоит торт\?.*Есть кто\?.*больше 30 минут назад/su);
    await user.click(within(item).getByRole('button', { name: 'Пусть ответит бот' }));
    expect(engine.paramsOf('queues.retry')).toEqual([{ ids: ['in1', 'in2'] }]);
  });

  test('is given to a person', async () => {
    rows = [asked('in1', 'Сколько стоит торт?')];
    const user = open('away');
    await user.click(await screen.findByRole('button', { name: 'Передать человеку' }));
    expect(engine.paramsOf('live.setOwner')).toEqual([{ lead: '101', owner: 'human' }]);
    expect(engine.paramsOf('queues.drop')).toEqual([{ ids: ['in1'] }]);
  });

  test('is done with, and comes back by «undo»', async () => {
    rows = [asked('in1', 'Сколько стоит торт?', { owner: null })];
    const user = open('away');
    await screen.findByTestId('away-101');
    expect(screen.queryByText('Передать человеку')).toBeNull();
    await user.click(screen.getByText('Готово'));
    await user.click(await screen.findByText('Вернуть'));
    expect(engine.paramsOf('queues.restore')).toEqual([{ ids: ['in1'] }]);
  });
});

test('the status bar counts them and leads there; the rail has a dot', async () => {
  engine.answer({
    'engine.status': () =>
      statusOf({
        queues: { inboxNew: 0, inboxParked: 3, inboxAway: 2, outboxOpen: 5, outboxUnknown: 1, outboxDead: 1 },
      }),
  });
  engine.become('open');
  render(
    <>
      <Rail />
      <StatusBar />
    </>,
  );
  const user = userEvent.setup();
  expect((await screen.findByTestId('queue-waiting')).textContent).toBe('4 сообщения ждут отправки');
  expect(screen.getByTestId('queue-stuck').textContent).toBe('Ждут вашего решения: 3');
  expect(screen.getByTestId('dot-live')).toBeTruthy();
  expect(screen.getByRole('button', { name: /нужно внимание.*Диалоги/u })).toBeTruthy();
  await user.click(screen.getByTestId('queue-away'));
  expect(useRoute.getState().route).toEqual({ screen: 'live', view: 'away' });
  act(() => engine.push({ push: 'queues', queues: QUEUES }));
  expect(screen.queryByTestId('dot-live')).toBeNull();
  expect(screen.queryByTestId('queue-stuck')).toBeNull();
});
