import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Bot } from '../../../engine/flow/botSchema.ts';
import type { RequestSettings } from '../../../engine/protocol/requestViews.ts';
import { useRoute } from '../../../renderer/app/route.ts';
import { createClipActions } from '../../../renderer/canvas/clipActions.ts';
import { takeClip, writeClip } from '../../../renderer/editor/clipboard.ts';
import { useEditor } from '../../../renderer/editor/store.ts';
import { hostState } from '../../../renderer/requests/hostState.ts';
import { newHosts, outsideHosts } from '../../../renderer/nodes/outsideHosts.ts';
import { OutsideReview } from '../../../renderer/requests/OutsideReview.tsx';
import { endReview, reviewOutside, useOutsideReview } from '../../../renderer/requests/outsideReview.ts';
import { Toaster } from '../../../renderer/ui/Toaster.tsx';
import { useToasts } from '../../../renderer/ui/toast.ts';
import { drawBot } from '../../support/botBuilder.ts';
import { startScriptedEngine } from '../bridge/scriptedEngine.ts';

const KEY = (name: string) => [{ name: 'Authorization', value: `Bearer {{secret.${name}}}` }];
const SETTINGS: RequestSettings = {
  keys: [
    { name: 'магазин', hosts: ['api.shop.ru'], given: false },
    { name: 'склад', hosts: ['stock.example'], given: false },
    { name: 'касса', hosts: ['10.0.0.8:81'], given: false },
    { name: 'сейф', hosts: ['api.shop.ru:443'], given: false },
  ],
  kept: 'keychain',
  privateHosts: ['10.0.0.8'],
};

function asks(url: string, more: Record<string, unknown> = {}, name?: string): Bot['flows'][number]['nodes'][number] {
  return { id: url, kind: 'http', data: { url, ...more }, ...(name === undefined ? {} : { name }) };
}
/** A bot with these requests behind its start. */
function shop(requests: readonly Record<string, unknown>[]): Bot {
  const drawn = drawBot().start('r0');
  for (const [at, data] of requests.entries()) drawn.node(`r${String(at)}`, 'http', data, {});
  return drawn.build({
    id: 'shop',
    name: 'Заказы',
    variables: [{ id: 'order', label: 'Номер заказа', type: 'text' }],
  });
}

describe('whom a bot talks to', () => {
  test('each host once, with what all its blocks send there', () => {
    const found = outsideHosts([
      asks('https://api.shop.ru/orders?phone={{customer.phone}}', { headers: KEY('магазин') }, 'Заказ'),
      asks('https://API.shop.ru/price/{{order}}', { headers: KEY('склад') }, 'Цена'),
      asks('http://10.0.0.8:8080/'),
      { id: 'said', kind: 'message', data: { parts: [{ text: 'https://no.request' }] } },
      asks('https://{{order}}/', {}),
      asks('', {}),
    ]);
    expect(found).toEqual([
      {
        host: 'api.shop.ru',
        isLocal: false,
        sends: ['customer.phone', 'order'],
        safe: ['магазин', 'склад'],
        plain: null,
        blocks: ['Заказ', 'Цена'],
      },
      { host: '10.0.0.8:8080', isLocal: true, sends: [], safe: null, plain: [], blocks: [] },
    ]);
  });

  test('a name in look-alike letters shows as what it is', () => {
    expect(outsideHosts([asks('https://аpi.shop.ru/')])[0]?.host).toMatch(/^xn--/u);
  });

  test('new is a host the bot did not ask before, one that gets another key, and one that is asked without encryption', () => {
    const known = outsideHosts([asks('https://a.example/', { headers: KEY('магазин') })]);
    const from = (...nodes: Parameters<typeof outsideHosts>[0]) => newHosts(outsideHosts(nodes), known);
    expect(from(asks('https://a.example/x'))).toEqual([]);
    expect(from(asks('https://a.example/', { headers: KEY('склад') })).map(({ host }) => host)).toEqual(['a.example']);
    expect(from(asks('http://a.example/x')).map(({ host }) => host)).toEqual(['a.example']);
    expect(from(asks('https://b.example/')).map(({ host }) => host)).toEqual(['b.example']);
  });

  test.each([
    ['https://api.shop.ru/', 'магазин', 'here', false],
    ['https://api.shop.ru:8443/', 'магазин', 'otherHosts', false],
    ['https://evil.example/', 'магазин', 'otherHosts', false],
    ['https://api.shop.ru/', 'оплата', 'missing', false],
    ['http://api.shop.ru/', 'магазин', 'plain', false],
    ['http://api.shop.ru/', 'склад', 'otherHosts', false],
    ['http://api.shop.ru/', 'оплата', 'missing', false],
    ['http://10.0.0.8:81/', 'касса', 'here', false],
    ['http://10.0.0.8:81/', undefined, undefined, false],
    ['http://10.0.0.9/', undefined, undefined, true],
  ] as const)('%s with the key %s: %s', (url, key, state, isClosed) => {
    const [host] = outsideHosts([asks(url, key === undefined ? {} : { headers: KEY(key) })]);
    if (host === undefined) throw new Error('no host');
    const found = hostState(host, SETTINGS);
    expect(found.keys).toEqual(key === undefined ? [] : [{ name: key, state }]);
    expect(found.isClosed).toBe(isClosed);
    expect(found.isShort).toBe(isClosed || (state !== undefined && state !== 'here'));
  });
});

describe('a host that is asked with and without encryption', () => {
  const both = (safe: string, plain: string) => {
    const [host] = outsideHosts([
      asks('https://api.shop.ru/', { headers: KEY(safe) }),
      asks('http://api.shop.ru/', { headers: KEY(plain) }),
    ]);
    if (host === undefined) throw new Error('no host');
    return hostState(host, SETTINGS).keys;
  };

  test('a key for the usual port is ready where it goes by https alone', () => {
    expect(both('сейф', 'склад')).toEqual([
      { name: 'сейф', state: 'here' },
      { name: 'склад', state: 'otherHosts' },
    ]);
  });

  test('a key that goes both ways is not ready', () => {
    expect(both('магазин', 'магазин')).toEqual([{ name: 'магазин', state: 'plain' }]);
    expect(both('сейф', 'сейф')).toEqual([{ name: 'сейф', state: 'otherHosts' }]);
  });
});

describe('what came from elsewhere', () => {
  beforeEach(() => {
    useToasts.setState({ items: [] });
    endReview();
    startScriptedEngine({ 'requests.view': () => SETTINGS });
  });

  function open(bot: Bot) {
    useEditor.getState().open(bot);
    render(
      <>
        <OutsideReview />
        <Toaster />
      </>,
    );
    return userEvent.setup();
  }

  test('a bot is looked at once it is open: hosts, what they get, which keys are not here, and the way to them', async () => {
    const user = open(
      shop([
        { url: 'https://api.shop.ru/{{order}}', headers: KEY('магазин') },
        { url: 'https://pay.example/', headers: KEY('оплата') },
      ]),
    );
    reviewOutside({ came: 'bot', bot: 'shop' });
    const dialog = within(await screen.findByRole('dialog', { name: 'С кем говорит бот «Заказы»' }));
    const at = (host: string) => dialog.getByTestId(`outside-${host}`).textContent;
    await dialog.findByText('Ключа доступа «оплата» на этом компьютере нет');
    expect(at('api.shop.ru')).toContain('Получит: Номер заказа');
    expect(at('api.shop.ru')).toContain('Ключ доступа «магазин» есть');
    expect(at('pay.example')).toContain('О клиенте ничего не узнает');
    await user.click(dialog.getByRole('button', { name: 'К ключам и адресам' }));
    expect(useRoute.getState().route).toEqual({ screen: 'settings', page: 'requests' });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('with everything in its place there is nothing to go to; a bot that asks nobody gets no word', async () => {
    const user = open(shop([{ url: 'https://api.shop.ru/', headers: KEY('магазин') }]));
    reviewOutside({ came: 'bot', bot: 'shop' });
    await screen.findByText('Ключ доступа «магазин» есть');
    expect(screen.queryByRole('button', { name: 'К ключам и адресам' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Продолжить' }));
    expect(screen.queryByRole('dialog')).toBeNull();

    useEditor.getState().open(shop([]));
    reviewOutside({ came: 'bot', bot: 'shop' });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('a key is not called ready where the engine would keep it back', async () => {
    open(shop([{ url: 'http://api.shop.ru/', headers: KEY('магазин') }]));
    act(() => reviewOutside({ came: 'bot', bot: 'shop' }));
    await screen.findByText(/^Ключ доступа «магазин» есть, но по незащищённому адресу ключ не уйдёт/u);
    expect(screen.queryByText('Ключ доступа «магазин» есть')).toBeNull();
    expect(screen.queryByRole('button', { name: 'К ключам и адресам' })).not.toBeNull();
  });

  test('it is decided as the bot opens: a request drawn afterwards is its owner’s own', async () => {
    const withRequest = shop([{ url: 'https://a.example/' }]);
    open(shop([]));
    act(() => reviewOutside({ came: 'bot', bot: 'shop' }));
    await waitFor(() => expect(useOutsideReview.getState().review).toBeNull());
    act(() => useEditor.getState().open(withRequest));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('what is looked at stays as it came', async () => {
    open(shop([{ url: 'https://a.example/' }]));
    act(() => reviewOutside({ came: 'bot', bot: 'shop' }));
    expect((await screen.findByRole('dialog')).textContent).toContain('Кроме клиентов, он обращается');
    act(() => useEditor.getState().open(shop([{ url: 'https://b.example/' }])));
    expect(screen.queryByTestId('outside-a.example')).not.toBeNull();
    expect(screen.queryByTestId('outside-b.example')).toBeNull();
  });

  test('pasted blocks name whom the bot did not talk to before; the same again says nothing', async () => {
    const foreign = shop([{ url: 'https://pay.example/', headers: KEY('оплата') }]);
    const clip = writeClip(takeClip(foreign, 'main', ['r0']), 'ru');
    const user = open(shop([]));
    const { paste } = createClipActions(
      () => ({ x: 0, y: 0 }),
      () => undefined,
    );
    paste(clip);
    await screen.findByText('Вставленные блоки обращаются к адресу pay.example.');
    await user.click(screen.getByRole('button', { name: 'Посмотреть' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'С кем говорят вставленные блоки' }));
    await dialog.findByText('Ключа доступа «оплата» на этом компьютере нет');
    expect(dialog.getByText(/^Они обращаются к этим адресам — но только когда бот опубликован/u)).toBeTruthy();
    expect(dialog.queryByRole('button', { name: 'Удалить бота' })).toBeNull();
    await user.click(dialog.getByRole('button', { name: 'Продолжить' }));

    paste(clip);
    await waitFor(() => expect(useEditor.getState().bot.flows[0]?.nodes.length).toBe(3));
    expect(screen.queryByText('Вставленные блоки обращаются к адресу pay.example.')).toBeNull();
  });
});
