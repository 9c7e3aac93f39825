import { render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LiveTurn } from '../../../engine/protocol/liveViews.ts';
import { dayOf } from '../../../renderer/app/times.ts';
import { ConversationView } from '../../../renderer/live/ConversationView.tsx';
import { useEngine } from '../../../renderer/app/engine.ts';
import { sessionOf, startScriptedEngine } from '../bridge/scriptedEngine.ts';

const NOW = new Date(2026, 4, 4, 14, 0, 0).getTime();
const BOT = {
  format: 1 as const,
  id: 'cakes',
  name: 'Торты',
  language: 'ru',
  flows: [{ id: 'main', name: 'Главный', main: true, nodes: [] }],
};

function says(id: number, at: number): LiveTurn {
  const said = { text: `сообщение ${String(id)}`, attachments: [], channel: 'whatsapp2', lead: '101', customer: {} };
  return { id, at, version: 1, event: { type: 'message', at, seed: 1, ...said }, entries: [], effects: [] };
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  useEngine.setState({ link: 'open' });
});
afterEach(() => vi.useRealTimers());

async function daysOf(...times: readonly Date[]): Promise<readonly (string | null)[]> {
  startScriptedEngine({
    'live.open': () => ({
      session: sessionOf({}),
      turns: times.map((time, index) => says(index + 1, time.getTime())),
      deliveries: [],
      bot: BOT,
    }),
  });
  render(<ConversationView lead="101" />);
  await screen.findByText(`сообщение ${String(times.length)}`);
  return [...screen.getByRole('log').children].map((child) =>
    child.hasAttribute('data-day') ? child.textContent : null,
  );
}

test('a conversation of several days says where each of them begins', async () => {
  const days = await daysOf(
    new Date(2025, 11, 30, 9),
    new Date(2026, 4, 1, 9),
    new Date(2026, 4, 3, 23, 59),
    new Date(2026, 4, 4, 0, 1),
    new Date(2026, 4, 4, 13),
  );
  expect(days).toEqual(['30 декабря 2025 г.', null, '1 мая', null, 'Вчера', null, 'Сегодня', null, null]);
});

test('a conversation of today says hours alone', async () => {
  expect(await daysOf(new Date(2026, 4, 4, 9), new Date(2026, 4, 4, 13))).toEqual([null, null]);
});

test('days are said in English as well', () => {
  const day = (...date: [number, number, number]): string => dayOf(new Date(...date).getTime(), NOW, 'en');
  expect([day(2026, 4, 4), day(2026, 4, 3), day(2026, 4, 1), day(2025, 4, 1)]).toEqual([
    'Today',
    'Yesterday',
    'May 1',
    'May 1, 2025',
  ]);
});
