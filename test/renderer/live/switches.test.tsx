import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { LiveSession } from '../../../engine/protocol/liveViews.ts';
import { Announcer } from '../../../renderer/editor/Announcer.tsx';
import { alarm } from '../../../renderer/editor/announcer.ts';
import { navigate } from '../../../renderer/app/route.ts';
import { LiveScreen } from '../../../renderer/live/LiveScreen.tsx';
import { useLiveNews } from '../../../renderer/live/useLiveNews.ts';
import { type ScriptedEngine, sessionOf, startScriptedEngine, statusOf } from '../bridge/scriptedEngine.ts';
import { SOON } from '../../support/soon.ts';

const NOW = new Date(2026, 4, 4, 14, 0, 0).getTime();
const MINUTE = 60_000;
const BOT = {
  format: 1 as const,
  id: 'cakes',
  name: 'Торты',
  language: 'ru',
  flows: [{ id: 'main', name: 'Главный', main: true, nodes: [] }],
};

let engine: ScriptedEngine;
let session: LiveSession;
let turns: Parameters<typeof startTurns>[0];
function startTurns(given: readonly { readonly id: number; readonly note: string }[]) {
  return given.map(({ id, note }) => ({
    id,
    at: id,
    version: 1,
    event: { type: 'owner' as const, at: id, seed: 1, owner: 'human' as const, pauseUntil: null, note },
    entries: [{ type: 'owner' as const, owner: 'human' as const, reason: 'paused' }],
    effects: [],
  }));
}
beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date', 'setInterval', 'clearInterval'] });
  session = sessionOf({});
  turns = [];
  engine = startScriptedEngine({
    'engine.status': () => statusOf({ live: { bot: 'cakes', name: 'Торты', version: 1, number: 1 } }),
    'live.list': () => ({ sessions: [session], total: 1 }),
    'live.open': () => ({ session, turns: startTurns(turns), deliveries: [], bot: BOT }),
    'live.pause': () => ({}),
    'live.restart': () => ({}),
    'live.setOwner': () => ({}),
  });
});
afterEach(() => vi.useRealTimers());

async function open() {
  render(<LiveScreen lead="101" />);
  await screen.findByTestId('conv-lead');
  return userEvent.setup({ advanceTimers: (ms) => vi.advanceTimersByTime(ms) });
}
const line = () => screen.getByTestId('conv-lead').textContent;

describe('who leads, why, and what comes next', () => {
  test.each<[string, Partial<LiveSession>, string]>([
    ['the bot', {}, 'Бот ждёт ответа клиента.'],
    [
      'the bot with a reminder',
      { nextAt: NOW + 90_000 },
      'Бот ждёт ответа клиента; если ответа не будет, продолжит сам через 1:30.',
    ],
    [
      'a person',
      { owner: 'human', reason: 'operatorWord' },
      'Клиент позвал человека. Бот вернётся, когда вы нажмёте «Вернуть боту» или смените статус.',
    ],
    [
      'a person who may fall silent',
      { owner: 'human', reason: 'managerWrote', nextAt: NOW + 12 * MINUTE + 31_000 },
      'Сотрудник написал сам: бот на паузе. Бот вернётся через 12:31.',
    ],
    [
      'nobody',
      { owner: 'off', reason: 'status' },
      'Статус не для бота: он молчит. Бот заговорит, когда статус сменят или клиент начнёт заново.',
    ],
    ['an end', { phase: 'ended' }, 'Разговор окончен. Бот ответит, если клиент начнёт заново.'],
  ])('%s', async (_, change, words) => {
    session = sessionOf(change);
    await open();
    expect(line()).toBe(words);
  });

  test('the countdown counts', async () => {
    session = sessionOf({ owner: 'human', reason: 'paused', nextAt: NOW + 2 * MINUTE });
    turns = [{ id: 1, note: 'спрошу склад' }];
    await open();
    expect(line()).toBe('Бота поставили на паузу: «спрошу склад». Бот вернётся через 2:00.');
    act(() => void vi.advanceTimersByTime(61_000));
    expect(line()).toMatch(/через 0:59\.$/u);
    expect(screen.getByTestId('conv-state').textContent).toBe('На паузе');
    expect(screen.getByRole('button', { name: 'Продолжить сейчас' })).toBeTruthy();
    expect(within(screen.getByRole('log')).getByText('Бота поставили на паузу: «спрошу склад»')).toBeTruthy();
  });
});

describe('a pause', () => {
  test.each<[string, number]>([
    ['15 минут', NOW + 15 * MINUTE],
    ['1 час', NOW + 60 * MINUTE],
    ['До утра', new Date(2026, 4, 5, 9, 0, 0).getTime()],
  ])('%s, with a reason', async (span, until) => {
    const user = await open();
    await user.click(screen.getByRole('button', { name: 'Пауза' }));
    await user.click(screen.getByRole('radio', { name: span }));
    await user.type(screen.getByLabelText('Причина'), 'спрошу склад');
    await user.click(screen.getByRole('button', { name: 'Поставить на паузу' }));
    const [asked] = engine.paramsOf('live.pause');
    expect(asked).toMatchObject({ lead: '101', note: 'спрошу склад' });
    expect(Math.abs((asked?.until ?? 0) - until)).toBeLessThan(MINUTE);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('by keyboard, for as long as one likes', async () => {
    const user = await open();
    await user.keyboard('{Control>}{Shift>}h{/Shift}{/Control}');
    await user.click(screen.getByRole('radio', { name: 'Другое' }));
    await user.clear(screen.getByLabelText('Минут'));
    await user.type(screen.getByLabelText('Минут'), '45');
    await user.click(screen.getByRole('button', { name: 'Поставить на паузу' }));
    const [asked] = engine.paramsOf('live.pause');
    expect(Math.abs((asked?.until ?? 0) - NOW - 45 * MINUTE)).toBeLessThan(MINUTE);
    expect(asked).not.toHaveProperty('note');
  });
});

test.each([false, true])('the conversation is begun anew, the customer’s answers forgotten: %s', async (forget) => {
  const user = await open();
  await user.click(screen.getByTestId('conv-more'));
  await user.click(await screen.findByRole('menuitem', { name: 'Начать разговор заново…' }));
  if (forget) await user.click(screen.getByRole('switch', { name: 'Забыть и ответы клиента' }));
  await user.click(screen.getByTestId('conv-restart-confirm'));
  await vi.waitFor(() => expect(engine.paramsOf('live.restart')).toEqual([{ lead: '101', forget }]));
  await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test.each<[LiveSession['owner'], RegExp]>([
  ['bot', /^Бот забудет/u],
  ['human', /^Диалог вернётся боту/u],
  ['off', /^Диалог вернётся боту/u],
])('before it is begun anew it is said who gets it, when %s has it', async (owner, words) => {
  session = sessionOf({ owner });
  const user = await open();
  await user.click(screen.getByTestId('conv-more'));
  await user.click(await screen.findByRole('menuitem', { name: 'Начать разговор заново…' }));
  expect(screen.getByText(words)).toBeTruthy();
});

describe('told to those who do not see it', () => {
  function News() {
    useLiveNews();
    return <Announcer />;
  }
  const said = (id: string) => document.getElementById(id)?.textContent ?? '';
  beforeEach(() => alarm(''));

  test('a change of who talks, politely', async () => {
    navigate({ screen: 'live' });
    render(<News />);
    await screen.findByRole('alert');
    act(() => engine.push({ push: 'session', session: sessionOf({}) }));
    act(() => engine.push({ push: 'session', session: sessionOf({ owner: 'human', reason: 'app' }) }));
    expect(said('announcer')).toMatch(/Мария: У оператора/u);
    expect(said('alarm')).toBe('');
  });

  test('a customer who waits too long for a person, at once and only once', async () => {
    render(<News />);
    await screen.findByRole('alert');
    const waits = (ms: number) =>
      engine.push({
        push: 'session',
        session: sessionOf({ owner: 'human', reason: 'handoff', waitingSince: NOW - ms }),
      });
    act(() => waits(2 * MINUTE));
    expect(said('alarm')).toBe('');
    act(() => void vi.advanceTimersByTime(75_000));
    expect(said('alarm')).toBe('Мария: клиент ждёт ответа человека уже 3 минуты.');
    act(() => alarm(''));
    act(() => void vi.advanceTimersByTime(5 * MINUTE));
    expect(said('alarm')).toBe('');
  });
});

test('those with a person are sorted by who has waited longest', async () => {
  const of = (lead: string, waitingSince: number | null) =>
    sessionOf({ lead, name: lead, owner: 'human', reason: 'handoff', waitingSince, updatedAt: Number(lead) });
  engine.answer({
    'live.list': () => ({ sessions: [of('3', null), of('2', NOW - MINUTE), of('1', NOW - 9 * MINUTE)], total: 3 }),
  });
  engine.become('open');
  render(<LiveScreen lead={null} />);
  const user = userEvent.setup({ advanceTimers: (ms) => vi.advanceTimersByTime(ms) });
  await user.click(await screen.findByRole('radio', { name: 'У оператора' }));
  expect(screen.getAllByTestId(/^live-row-/u).map((row) => row.dataset['testid'])).toEqual([
    'live-row-1',
    'live-row-2',
    'live-row-3',
  ]);
  expect(screen.getByTestId('live-row-1').textContent).toContain('ждёт 9 мин');
  screen.getByTestId('live-row-2').focus();
  await user.keyboard('{End}');
  expect(document.activeElement).toBe(screen.getByTestId('live-row-3'));
  await user.keyboard('{Home}');
  expect(document.activeElement).toBe(screen.getByTestId('live-row-1'));
});

describe('a message that took the conversation from the bot', () => {
  const wrote = (reason: string) => ({
    id: 7,
    at: 7,
    version: 1,
    event: { type: 'managerMessage' as const, at: 7, seed: 1, text: 'Здравствуйте!  Мы скоро ответим' },
    entries: reason === '' ? [] : [{ type: 'owner' as const, owner: 'human' as const, reason }],
    effects: [],
  });
  const shown = (reason: string) => {
    session = sessionOf({ owner: 'human', reason: 'managerWrote' });
    engine.answer({
      'live.open': () => ({ session, turns: [wrote(reason)], deliveries: [], bot: BOT }),
      'bots.open': () => ({ bot: { ...BOT, settings: { resumeWord: 'бот' } }, revision: 3 }),
      'bots.save': () => ({ revision: 4 }),
    });
  };

  test('can be listed as an automatic one, and the bot gets the conversation back', async () => {
    shown('managerWrote');
    const user = await open();
    await user.click(screen.getByRole('button', { name: 'Это автоответ' }));
    expect(engine.paramsOf('bots.save')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Да, это автоответ' }));
    await vi.waitFor(() => expect(engine.paramsOf('live.setOwner')).toEqual([{ lead: '101', owner: 'bot' }]), SOON);
    expect(engine.paramsOf('bots.save')).toMatchObject([
      {
        id: 'cakes',
        base: 3,
        bot: { settings: { resumeWord: 'бот', autoReplies: ['Здравствуйте! Мы скоро ответим'] } },
      },
    ]);
  });

  test('is asked about only where it took it', async () => {
    shown('');
    await open();
    expect(screen.queryByRole('button', { name: 'Это автоответ' })).toBeNull();
  });
});
