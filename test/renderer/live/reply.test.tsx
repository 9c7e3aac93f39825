import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import type { LiveSession, LiveTurn } from '../../../engine/protocol/liveViews.ts';
import { LiveScreen } from '../../../renderer/live/LiveScreen.tsx';
import { useReplies } from '../../../renderer/live/replies.ts';
import { Toaster } from '../../../renderer/ui/Toaster.tsx';
import { drawBot } from '../../support/botBuilder.ts';
import { type ScriptedEngine, sessionOf, startScriptedEngine } from '../bridge/scriptedEngine.ts';

const BOT = drawBot().start('bye').end('bye', 'До свидания').build();

function managerSays(id: number, text: string): LiveTurn {
  const event = { type: 'managerMessage' as const, at: id, seed: 1, text, name: 'Анна' };
  return { id, at: id, version: 1, event, entries: [], effects: [] };
}

let engine: ScriptedEngine;
let session: LiveSession;
beforeEach(() => {
  useReplies.setState({}, true);
  session = sessionOf({ owner: 'human', reason: 'app', status: 'op' });
  const other = sessionOf({ lead: '102', name: 'Пётр', owner: 'human', updatedAt: 500 });
  engine = startScriptedEngine({
    'live.list': () => ({ sessions: [session, other], total: 2 }),
    'live.open': ({ lead }) => ({ session: lead === '101' ? session : other, turns: [], deliveries: [], bot: BOT }),
    'live.say': () => ({}),
  });
});

function Screen({ lead }: { readonly lead: string | null }) {
  return (
    <>
      <LiveScreen lead={lead} />
      <Toaster />
    </>
  );
}
const field = (): Promise<HTMLTextAreaElement> => screen.findByRole('textbox', { name: 'Ответить клиенту' });
const arrived = (id: number, text: string): void =>
  act(() => engine.push({ push: 'turn', lead: '101', turn: managerSays(id, text) }));

test('Enter sends, Shift+Enter is a new line; what was sent stands there once, before and after the CRM tells of it', async () => {
  render(<Screen lead="101" />);
  const user = userEvent.setup();
  await user.type(await field(), 'Здравствуйте!{Shift>}{Enter}{/Shift}Слушаю{Enter}');
  const text = 'Здравствуйте!\nСлушаю';
  await waitFor(() => expect(engine.paramsOf('live.say')).toEqual([{ lead: '101', text }]));
  expect(await screen.findByText('Отправлено, ждём Umnico')).toBeTruthy();
  expect((await field()).value).toBe('');
  arrived(1, text);
  expect(screen.queryByText('Отправлено, ждём Umnico')).toBeNull();
  expect(screen.getAllByText(/Слушаю/u)).toHaveLength(1);
});

test('the CRM may tell of it before the sending is known to be over; the same words twice are two', async () => {
  render(<Screen lead="101" />);
  const user = userEvent.setup();
  const answer = engine.hold('live.say');
  await user.type(await field(), 'Да{Enter}');
  await waitFor(async () => expect((await field()).readOnly).toBe(true));
  arrived(1, 'Да');
  answer();
  await waitFor(async () => expect((await field()).value).toBe(''));
  expect(screen.queryByText('Отправлено, ждём Umnico')).toBeNull();
  await user.type(await field(), 'Да{Enter}');
  expect(await screen.findByText('Отправлено, ждём Umnico')).toBeTruthy();
  arrived(2, 'Да');
  expect(screen.queryByText('Отправлено, ждём Umnico')).toBeNull();
  expect(screen.getAllByText('Да')).toHaveLength(2);
});

test.each([
  [{ code: 'timeout', host: 'api.umnico.com' }, /могло дойти\. Посмотрите в Umnico/u],
  [{ code: 'upstreamDown', status: 502 }, /могло дойти\. Посмотрите в Umnico/u],
  [{ code: 'engineGone' }, /могло дойти\. Посмотрите в Umnico/u],
  [{ code: 'refused', status: 422, reason: '' }, /^Не отправлено\. /u],
] as const)('%j is told beside the field, and the words stay to be sent again', async (fault, words) => {
  engine.answer({ 'live.say': () => ({ fault }) });
  render(<Screen lead="101" />);
  const user = userEvent.setup();
  await user.type(await field(), 'Слушаю{Enter}');
  expect((await screen.findByRole('alert')).textContent).toMatch(words);
  expect((await field()).value).toBe('Слушаю');
  expect(screen.queryByText('Отправлено, ждём Umnico')).toBeNull();
  engine.answer({ 'live.say': () => ({}) });
  await user.type(await field(), '{Enter}');
  expect(await screen.findByText('Отправлено, ждём Umnico')).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('what was typed waits while another conversation is looked at', async () => {
  const { rerender } = render(<Screen lead="101" />);
  const user = userEvent.setup();
  await user.type(await field(), 'Сейчас посм');
  rerender(<Screen lead="102" />);
  await waitFor(async () => expect((await field()).value).toBe(''));
  rerender(<Screen lead="101" />);
  await waitFor(async () => expect((await field()).value).toBe('Сейчас посм'));
});

test('what is sent while another conversation is looked at is sent once, and stands there on the way back', async () => {
  const { rerender } = render(<Screen lead="101" />);
  const user = userEvent.setup();
  const answer = engine.hold('live.say');
  await user.type(await field(), 'Привет{Enter}');
  rerender(<Screen lead="102" />);
  await waitFor(async () => expect((await field()).value).toBe(''));
  expect((await field()).readOnly).toBe(false);
  rerender(<Screen lead="101" />);
  await waitFor(async () => expect((await field()).readOnly).toBe(true));
  await user.type(await field(), '{Enter}');
  rerender(<Screen lead="102" />);
  await waitFor(async () => expect((await field()).readOnly).toBe(false));
  answer();
  await waitFor(() => expect(engine.paramsOf('live.say')).toHaveLength(1));

  rerender(<Screen lead="101" />);
  expect(await screen.findByText('Отправлено, ждём Umnico')).toBeTruthy();
  expect((await field()).value).toBe('');
  await user.type(await field(), '{Enter}');
  expect(engine.paramsOf('live.say')).toEqual([{ lead: '101', text: 'Привет' }]);
});

test('a failure that came while another conversation was looked at is told on the way back', async () => {
  engine.answer({ 'live.say': () => ({ fault: { code: 'refused', status: 422, reason: '' } }) });
  const { rerender } = render(<Screen lead="101" />);
  const user = userEvent.setup();
  const answer = engine.hold('live.say');
  await user.type(await field(), 'Привет{Enter}');
  rerender(<Screen lead="102" />);
  await waitFor(async () => expect((await field()).value).toBe(''));
  answer();
  await waitFor(() => expect(engine.paramsOf('live.say')).toHaveLength(1));
  expect(screen.queryByRole('alert')).toBeNull();
  rerender(<Screen lead="101" />);
  expect((await screen.findByRole('alert')).textContent).toMatch(/^Не отправлено\. /u);
  expect((await field()).value).toBe('Привет');
});

test('two equal answers on their way are two until the CRM has told of both', async () => {
  const { rerender } = render(<Screen lead="101" />);
  const user = userEvent.setup();
  const waiting = () => screen.queryAllByText('Отправлено, ждём Umnico').length;
  await user.type(await field(), 'Да{Enter}');
  await waitFor(() => expect(waiting()).toBe(1));
  const answer = engine.hold('live.say');
  await user.type(await field(), 'Да{Enter}');
  await waitFor(async () => expect((await field()).readOnly).toBe(true));
  arrived(1, 'Да');
  expect(waiting()).toBe(0);
  answer();
  await waitFor(() => expect(waiting()).toBe(1));
  arrived(2, 'Да');
  expect(waiting()).toBe(0);

  // Told of is told of, also when the conversation shows only its end by now.
  engine.answer({
    'live.open': () => ({ session, turns: [managerSays(300, 'Позже')], deliveries: [], bot: BOT }),
  });
  rerender(<Screen lead={null} />);
  rerender(<Screen lead="101" />);
  await screen.findByText('Позже');
  expect(waiting()).toBe(0);
});

test('nothing is sent while the engine is not there, and the words wait for it', async () => {
  render(<Screen lead="101" />);
  const user = userEvent.setup();
  await user.type(await field(), 'Привет');
  act(() => engine.become('lost'));
  await user.type(await field(), '{Enter}');
  expect((await screen.findByTestId<HTMLButtonElement>('reply-send')).disabled).toBe(true);
  expect(engine.paramsOf('live.say')).toEqual([]);
  expect(screen.queryByRole('alert')).toBeNull();
  act(() => engine.become('open'));
  await user.type(await field(), '{Enter}');
  expect(await screen.findByText('Отправлено, ждём Umnico')).toBeTruthy();
  expect(engine.paramsOf('live.say')).toEqual([{ lead: '101', text: 'Привет' }]);
});

test('while the bot answers there is nothing to type into, and the way to it is said', async () => {
  session = { ...session, owner: 'bot', reason: 'start' };
  render(<Screen lead="101" />);
  expect((await screen.findByTestId('reply-closed')).textContent).toContain('возьмите диалог');
  expect(screen.queryByRole('textbox')).toBeNull();
});
