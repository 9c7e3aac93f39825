import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import type { Bot, BotNode } from '../../../engine/flow/botSchema.ts';
import { setLanguage } from '../../../renderer/copy/i18n.ts';
import { useEditor } from '../../../renderer/editor/store.ts';
import { Dock } from '../../../renderer/inspector/Dock.tsx';
import { showDockTab } from '../../../renderer/inspector/dockStore.ts';
import { faceOf } from '../../../renderer/nodes/registry.ts';
import { reading } from '../../../renderer/editor/nodeData.ts';
import { useSimulator } from '../../../renderer/simulator/store.ts';
import { drawBot } from '../../support/botBuilder.ts';

const day: [string, string][] = [['09:00', '18:00']];

function shop(kind: string, data: Record<string, unknown>, language: 'ru' | 'en' = 'en'): Bot {
  return drawBot(language).hours({ mon: day, tue: day }, ['2027-01-01']).start('x').node('x', kind, data, {}).build();
}

beforeEach(() => {
  setLanguage('en');
  useSimulator.getState().reset();
  showDockTab('block');
});

function opened(kind: string, data: Record<string, unknown>) {
  useEditor.getState().open(shop(kind, data));
  useEditor.getState().select({ nodes: ['x'] });
  render(<Dock />);
  return userEvent.setup();
}

function data(): unknown {
  return useEditor.getState().bot.flows[0]?.nodes.find((node) => node.id === 'x')?.data;
}

test('a wait is set in seconds, until a time on some days, and until people answer', async () => {
  const user = opened('wait', { minutes: 10 });
  await user.click(screen.getByRole('combobox', { name: 'Unit of time' }));
  await user.click(screen.getByRole('option', { name: 'seconds' }));
  const figure = screen.getByRole('spinbutton', { name: 'How long to wait' });
  await user.clear(figure);
  await user.type(figure, '30');
  expect(data()).toEqual({ minutes: 0.5 });

  await user.click(screen.getByRole('radio', { name: 'Until a time' }));
  const clock = screen.getByRole('textbox', { name: 'Time' });
  await user.clear(clock);
  await user.type(clock, '830');
  await user.tab();
  await user.click(screen.getByRole('button', { name: 'Fri' }));
  await user.click(screen.getByRole('button', { name: 'Mon' }));
  expect(data()).toEqual({ until: '08:30', weekdays: ['mon', 'fri'] });

  await user.click(screen.getByRole('radio', { name: 'Until opening' }));
  expect(data()).toEqual({ openingHours: true });
});

test('a wait can answer what the customer writes meanwhile, in the language of the bot', async () => {
  const user = opened('wait', { minutes: 10 });
  const choose = async (name: RegExp): Promise<void> => {
    await user.click(screen.getByRole('combobox', { name: /^If the customer writes/u }));
    await user.click(screen.getByRole('option', { name }));
  };
  await choose(/^Answer and wait/u);
  const reply = screen.getByRole('textbox', { name: 'What to answer' });
  expect(data()).toEqual({ minutes: 10, onMessage: 'ignore', reply: (reply as HTMLTextAreaElement).value });
  await user.clear(reply);
  expect(data()).toEqual({ minutes: 10, onMessage: 'ignore', reply: '' });
  await user.type(reply, 'Soon');
  expect(data()).toMatchObject({ reply: 'Soon' });
  await choose(/^Keep waiting/u);
  expect(data()).toEqual({ minutes: 10, onMessage: 'ignore' });
  expect(screen.queryByRole('textbox', { name: 'What to answer' })).toBeNull();
});

test('what a file says in another spelling is shown, and changed in one', async () => {
  const user = opened('wait', { hours: 1, minutes: 30, onMessage: 'ignore' });
  const figure = screen.getByRole('spinbutton', { name: 'How long to wait' });
  expect((figure as HTMLInputElement).value).toBe('90');
  await user.clear(figure);
  await user.type(figure, '45');
  expect(data()).toEqual({ minutes: 45, onMessage: 'ignore' });
});

test('hours of its own begin as the bot’s, and take breaks and days off', async () => {
  const user = opened('hours', {});
  await user.click(screen.getByRole('radio', { name: 'Own hours' }));
  expect(data()).toEqual({ hours: { weekly: { mon: day, tue: day }, holidays: ['2027-01-01'] } });
  const week = screen.getByRole('group', { name: 'Working hours' });
  await user.click(within(week).getByRole('switch', { name: 'Tue' }));
  await user.click(within(week).getByRole('button', { name: /Add/ }));
  expect(data()).toMatchObject({
    hours: {
      weekly: {
        mon: [
          ['09:00', '18:00'],
          ['18:00', '23:00'],
        ],
        tue: [],
      },
    },
  });
  await user.click(screen.getByRole('radio', { name: 'The bot’s hours' }));
  expect(data()).toEqual({});
});

test('a warning before closing is switched on with its words on offer', async () => {
  const user = opened('hours', {});
  await user.click(screen.getByRole('switch', { name: 'Warn before closing' }));
  expect(data()).toEqual({ warnMinutes: 15 });
  const text = screen.getByRole('textbox', { name: 'What to say' });
  expect((text as HTMLTextAreaElement).placeholder).toBe('We close soon: our team is here until {{closing}}.');
});

test('a pause without a term, and without a word', async () => {
  const user = opened('pause', { minutes: 60 });
  await user.click(screen.getByRole('radio', { name: 'No end' }));
  expect(data()).toEqual({});
  await user.click(screen.getByRole('switch', { name: 'Come back on a word' }));
  expect(data()).toEqual({ resumeWord: '' });
  expect(screen.queryByRole('textbox', { name: 'Word' })).toBeNull();
});

test('a start of its own restarts and greets as it says', async () => {
  useEditor.getState().open(shop('message', {}));
  useEditor.getState().select({ nodes: ['start'] });
  render(<Dock />);
  const user = userEvent.setup();
  await user.click(screen.getByRole('combobox', { name: /Restart after/ }));
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
    'As the bot: 1 d',
    'no reply for 1 h',
    'no reply for 1 d',
    'no reply for 7 d',
    'never',
  ]);
  await user.click(screen.getByRole('option', { name: 'never' }));
  await user.click(screen.getByRole('switch', { name: 'Greet once' }));
  expect(useEditor.getState().bot.flows[0]?.nodes[0]?.data).toEqual({ restartAfterHours: 0, greetOnce: true });
});

test('expressions of a command stand one a line, commas and all', async () => {
  const user = opened('command', { words: ['menu'] });
  await user.click(screen.getByRole('combobox', { name: /Match/ }));
  await user.click(screen.getByRole('option', { name: /Expression/ }));
  const area = screen.getByRole('textbox', { name: 'Expressions' });
  await user.clear(area);
  await user.type(area, '^a{{2,4}$\n^b');
  expect(data()).toEqual({ words: ['^a{2,4}$', '^b'], match: 'expression' });
});

test.each<[string, Record<string, unknown>, string]>([
  ['wait', { minutes: 10 }, '10 мин'],
  ['wait', { seconds: 90 }, '1 мин 30 сек'],
  ['wait', { until: '09:00', weekdays: ['mon', 'fri'] }, 'до 9:00 · Пн, Пт'],
  ['wait', { until: '09:00', weekdays: ['sun', 'mon', 'tue', 'wed', 'fri'] }, 'до 9:00 · Пн–Ср, Пт, Вс'],
  ['wait', { openingHours: true }, 'до открытия'],
  ['wait', { seconds: 5 }, '5 секна сообщения не отвечает'],
  ['wait', {}, 'Укажите, сколько ждать'],
  ['hours', {}, 'Пн–Вт 9:00–18:00Москва'],
  ['hours', { weekly: '24/7', warnMinutes: 15 }, 'Пн–Вс круглосуточноМосква · предупредит за 15 мин'],
  ['pause', { minutes: 60 }, 'Молчать 1 чвернётся по слову «бот»'],
  ['pause', { until: '9', resumeWord: '' }, 'Молчать до 9'],
  ['pause', {}, 'Молчать, пока не позовутвернётся по слову «бот»'],
])('the card of %s %j: %s', (kind, given, words) => {
  setLanguage('ru');
  useEditor.getState().open(shop(kind, given, 'ru'));
  const node: BotNode = { id: 'x', kind, data: given };
  const read = reading(node);
  const face = faceOf(kind);
  if (!read.ok || face === undefined) throw new Error('unreadable');
  const { container } = render(<face.Card node={node} data={read.data} />);
  expect(container.textContent).toBe(words);
});

test('days that are taken are chosen in words: today, and so many weeks from it', async () => {
  const user = opened('question', { text: 'When?', answer: 'date', min: 'today', max: '+30d' });
  const last = within(screen.getByRole('combobox', { name: /Not after/u }).closest<HTMLElement>('[data-field]')!);
  expect(screen.getByRole('combobox', { name: /Not before/u }).textContent).toContain('Today');
  const count = last.getByRole('spinbutton', { name: 'Not after: how many' });
  expect((count as HTMLInputElement).value).toBe('30');
  await user.clear(count);
  await user.type(count, '2');
  await user.click(last.getByRole('combobox', { name: 'Days, weeks, months or years' }));
  await user.click(screen.getByRole('option', { name: 'weeks' }));
  expect(data()).toMatchObject({ min: 'today', max: '+2w' });
  await user.click(screen.getByRole('combobox', { name: /Not before/u }));
  await user.click(screen.getByRole('option', { name: 'Any day' }));
  expect(data()).not.toHaveProperty('min');
});

test('a limit in the file’s own words stays under the hands while it is written anew, and is taken when it is left', async () => {
  const user = opened('question', { text: 'When?', answer: 'date', min: 'in a week', max: '+30d' });
  const words = screen.getByRole('textbox', { name: 'Not before: in your own words' });
  await user.clear(words);
  await user.type(words, 'today');
  expect(document.activeElement).toBe(words);
  expect(data()).toMatchObject({ min: 'in a week' });
  await user.tab();
  expect(data()).toMatchObject({ min: 'today' });
  expect(screen.getByRole('combobox', { name: /Not before/u }).textContent).toContain('Today');
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});

test('hours that are taken are typed as people type them', async () => {
  const user = opened('question', { text: 'When?', answer: 'time', min: 9 });
  const first = screen.getByRole('textbox', { name: 'Not before' });
  expect((first as HTMLInputElement).value).toBe('09:00');
  await user.clear(first);
  await user.type(first, '930');
  await user.tab();
  expect(data()).toMatchObject({ min: '09:30' });
});
