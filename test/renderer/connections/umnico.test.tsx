import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Fault } from '../../../engine/model/fault.ts';
import { ConnectionsScreen } from '../../../renderer/connections/ConnectionsScreen.tsx';
import {
  connectionOf,
  MANAGER,
  OTHER_MANAGER,
  type ScriptedEngine,
  startScriptedEngine,
  statusOf,
  TELEBOT,
  tunnelOf,
  WHATSAPP,
} from '../bridge/scriptedEngine.ts';

const TOKEN = 'token-of-the-shop';
const account = () => ({ account: 'Лаванда', managers: [OTHER_MANAGER, MANAGER], sources: [WHATSAPP, TELEBOT] });

let engine: ScriptedEngine;
beforeEach(() => {
  engine = startScriptedEngine({ 'connection.checkToken': account });
});

async function open() {
  render(<ConnectionsScreen />);
  const token = await screen.findByLabelText<HTMLInputElement>('Токен Umnico');
  return { user: userEvent.setup(), token };
}

function paste(token: HTMLInputElement, text: string): void {
  fireEvent.change(token, { target: { value: text } });
}

describe('a pasted token', () => {
  test('is checked at once, the owner is chosen already, and no channel is on', async () => {
    const { token } = await open();
    paste(token, TOKEN);
    expect(await screen.findByText('Токен принят: Лаванда')).toBeTruthy();
    expect(engine.paramsOf('connection.checkToken')).toEqual([{ token: TOKEN }]);
    expect(screen.getByRole('combobox', { name: /Сотрудник/ }).textContent).toBe('Ольга');
    for (const source of screen.getAllByRole('switch')) expect(source.getAttribute('aria-checked')).toBe('false');
  });

  test('connects with what was chosen, and only then', async () => {
    engine.answer({
      'connection.umnico': ({ manager, sources, publicUrl }) => ({
        connection: connectionOf({
          kind: 'umnico',
          state: 'on',
          account: 'Лаванда',
          manager: manager === MANAGER.id ? MANAGER : OTHER_MANAGER,
          managers: [MANAGER, OTHER_MANAGER],
          sources: [WHATSAPP, TELEBOT].map((source) => ({ ...source, enabled: sources.includes(source.id) })),
          webhook: { state: 'on', address: `${publicUrl ?? ''}/hook/1`, others: 0 },
          secret: 'keychain',
        }),
      }),
    });
    const { user, token } = await open();
    paste(token, TOKEN);
    await user.click(await screen.findByRole('switch', { name: /Бот Telegram/ }));
    await user.type(screen.getByLabelText('Внешний адрес'), 'https://bot.example.com');
    expect(engine.paramsOf('connection.umnico')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Подключить Umnico' }));
    expect(await screen.findByText('Аккаунт: Лаванда')).toBeTruthy();
    expect(engine.paramsOf('connection.umnico')).toEqual([
      { token: TOKEN, manager: MANAGER.id, sources: [TELEBOT.id], publicUrl: 'https://bot.example.com' },
    ]);
    expect(document.body.innerHTML).not.toContain(TOKEN);
    expect(JSON.stringify(Object.entries(localStorage))).not.toContain(TOKEN);
  });

  test('an address that is not https is said when the field is left, and keeps the button shut', async () => {
    const { user, token } = await open();
    paste(token, TOKEN);
    const address = await screen.findByLabelText<HTMLInputElement>('Внешний адрес');
    await user.type(address, 'bot.example.com');
    expect(screen.queryByText(/начинается с https/)).toBeNull();
    await user.tab();
    expect(screen.getByText(/начинается с https/)).toBeTruthy();
    expect(address.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Подключить Umnico' }).disabled).toBe(true);
  });
});

describe('a token that does not work', () => {
  const cases: [string, Fault, string, string | null][] = [
    [
      'rejected',
      { code: 'badToken' },
      'Umnico не принял токен. Скорее всего, он скопирован не целиком или его перевыпустили.',
      'Вставить снова',
    ],
    [
      'offline',
      { code: 'network', host: 'api.umnico.com' },
      'Нет интернета. Проверим токен, как только связь появится.',
      null,
    ],
    [
      'Umnico down',
      { code: 'upstreamDown', status: 503 },
      'Umnico сейчас не отвечает. Ваши настройки целы; повторим через 30 с.',
      'Повторить сейчас',
    ],
    [
      'no answer in time',
      { code: 'timeout', host: 'api.umnico.com' },
      'Umnico сейчас не отвечает. Ваши настройки целы; повторим через 30 с.',
      'Повторить сейчас',
    ],
    [
      'too many requests',
      { code: 'tooManyRequests', retryAfterMs: 12_000 },
      'Umnico попросил подождать. Продолжим через 12 с.',
      null,
    ],
  ];

  test.each(cases)('%s: its sentence, its one button, and the token stays', async (_name, fault, words, action) => {
    engine.answer({ 'connection.checkToken': () => ({ fault }) });
    const { token } = await open();
    paste(token, TOKEN);
    const sentence = await screen.findByText(words);
    const banner = sentence.closest<HTMLElement>('[role="status"]');
    if (banner === null) throw new Error('the sentence is not in a banner');
    const buttons = within(banner).queryAllByRole('button');
    expect(buttons.map((button) => button.textContent)).toEqual(action === null ? [] : [action]);
    expect(token.value).toBe(TOKEN);
  });

  test('«paste again» puts the cursor into the field with the old token selected', async () => {
    engine.answer({ 'connection.checkToken': () => ({ fault: { code: 'badToken' } }) });
    const { user, token } = await open();
    paste(token, TOKEN);
    await user.click(await screen.findByRole('button', { name: 'Вставить снова' }));
    expect(document.activeElement).toBe(token);
    expect([token.selectionStart, token.selectionEnd]).toEqual([0, TOKEN.length]);
    expect(token.getAttribute('aria-invalid')).toBe('true');
  });

  test('«retry now» asks again about the same token', async () => {
    engine.answer({ 'connection.checkToken': () => ({ fault: { code: 'upstreamDown', status: 500 } }) });
    const { user, token } = await open();
    paste(token, TOKEN);
    const retry = await screen.findByRole('button', { name: 'Повторить сейчас' });
    engine.answer({ 'connection.checkToken': account });
    await user.click(retry);
    expect(await screen.findByText('Токен принят: Лаванда')).toBeTruthy();
  });

  test('when the network is back it is checked without a click', async () => {
    engine.answer({ 'connection.checkToken': () => ({ fault: { code: 'network', host: 'api.umnico.com' } }) });
    const { token } = await open();
    paste(token, TOKEN);
    await screen.findByText(/Нет интернета/);
    engine.answer({ 'connection.checkToken': account });
    window.dispatchEvent(new Event('online'));
    expect(await screen.findByText('Токен принят: Лаванда')).toBeTruthy();
  });

  test('the answer about an older token is not shown for a newer one', async () => {
    engine.answer({
      'connection.checkToken': ({ token }) => (token === TOKEN ? account() : { fault: { code: 'badToken' } }),
    });
    const { token } = await open();
    paste(token, 'a-wrong-token');
    paste(token, TOKEN);
    expect(await screen.findByText('Токен принят: Лаванда')).toBeTruthy();
    expect(screen.queryByText(/не принял токен/)).toBeNull();
  });
});

describe('a connected account', () => {
  const connected = connectionOf({
    kind: 'umnico',
    state: 'on',
    account: 'Лаванда',
    manager: MANAGER,
    managers: [MANAGER, OTHER_MANAGER],
    sources: [
      { ...WHATSAPP, enabled: true },
      { ...TELEBOT, enabled: true, active: false },
    ],
    webhook: { state: 'on', address: 'https://bot.example.com', others: 2 },
    tunnel: tunnelOf({
      settings: { kind: 'own', url: 'https://bot.example.com' },
      state: 'up',
      url: 'https://bot.example.com',
    }),
    secret: 'keychain',
  });
  const show = (change: Partial<typeof connected>) => {
    engine.push({ push: 'status', status: statusOf({ connection: { ...connected, ...change } }) });
  };

  async function openConnected(change: Partial<typeof connected> = {}) {
    engine.answer({ 'engine.status': () => statusOf({ connection: { ...connected, ...change } }) });
    engine.become('open');
    render(<ConnectionsScreen />);
    await screen.findByText('Аккаунт: Лаванда');
    return userEvent.setup();
  }

  test('how messages are checked can be chosen, and forged ones are told of', async () => {
    const user = await openConnected();
    engine.answer({
      'connection.setReadBack': () => ({}),
      'engine.status': () =>
        statusOf({
          connection: connected,
          trust: {
            readBack: 'fast',
            forged: { message: 20, takeOver: 1, status: 1 },
            incidents: { loops: 0, floods: 0, doubled: 0 },
          },
        }),
    });
    expect(screen.getByText(/Подделать сообщение нельзя/)).toBeTruthy();
    await user.click(screen.getByRole('radio', { name: 'После ответа' }));
    expect(engine.paramsOf('connection.setReadBack')).toEqual([{ mode: 'fast' }]);
    expect(await screen.findByText(/отвечает сразу, а сверяет потом/)).toBeTruthy();
    expect(screen.getByText('На адрес для Umnico пришло 22 поддельных сообщения. Бот их не послушал.')).toBeTruthy();
  });

  test('a channel that is gone in Umnico can be taken off the list', async () => {
    engine.answer({
      'connection.setSources': () => ({ connection: { ...connected, sources: [{ ...WHATSAPP, enabled: true }] } }),
    });
    const user = await openConnected();
    expect(screen.getByText('Канал «Бот Telegram shop_bot» отключён в Umnico.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Убрать из списка' }));
    expect(engine.paramsOf('connection.setSources')).toEqual([{ sources: [WHATSAPP.id] }]);
    await waitFor(() => expect(screen.queryByText(/отключён в Umnico/)).toBeNull());
  });

  test('a manager who is gone is told with one button that leads to the picker', async () => {
    const user = await openConnected({
      state: 'failed',
      fault: { code: 'managerMissing', login: MANAGER.login },
      manager: null,
    });
    expect(screen.getByText('Сотрудник, от имени которого писал бот, удалён. Бот остановлен.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Выбрать другого' }));
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: /Сотрудник/ }));
  });

  test('delivery that Umnico switched off is turned on again by its button', async () => {
    engine.answer({ 'connection.refresh': () => ({ connection: connected }) });
    const user = await openConnected({ webhook: { ...connected.webhook, state: 'off' } });
    expect(screen.getByText('Umnico отключил доставку сообщений боту: адрес не отвечал.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Включить и проверить' }));
    expect(engine.paramsOf('connection.refresh')).toEqual([{}]);
    expect(await screen.findByText('Umnico доставляет сообщения боту.')).toBeTruthy();
  });

  test('recovery clears the trouble without a click', async () => {
    await openConnected({ state: 'failed', fault: { code: 'network', host: 'api.umnico.com' } });
    expect(screen.getByText(/Нет интернета/)).toBeTruthy();
    show({ state: 'on', fault: null });
    await waitFor(() => expect(screen.queryByText(/Нет интернета/)).toBeNull());
  });
});
