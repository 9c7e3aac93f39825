import { createHmac, randomBytes } from 'node:crypto';
import type { Status } from './storedWorld.ts';
import { nextId, openWorld } from './world.ts';
import type { World } from './world.ts';

const words = {
  ru: {
    account: 'Учебный магазин',
    managers: ['Ольга', 'Анна', 'Бот'],
    statuses: ['Первичное касание', 'В работе', 'Диалог с оператором', 'Хочу заказать', 'Заказ оформлен', 'Отказ'],
  },
  en: {
    account: 'Practice shop',
    managers: ['Olga', 'Anna', 'Bot'],
    statuses: ['First touch', 'In progress', 'Dialogue with operator', 'Wants to order', 'Order placed', 'Lost'],
  },
} as const;

/** Names that close a lead, in any list of statuses that is given. */
const closing = /^(заказ оформлен|отказ|закрыт|завершен|завершён|выполнен|order placed|lost|won|closed|completed)$/i;

const colors = ['#4a90e2', '#f5a623', '#bd10e0', '#50b5a5', '#7ed321', '#9b9b9b', '#e2574a', '#6c7ae0'];

/** A token of the form the real ones have: a signed JWT with the account, and no expiry. */
function newAccountToken(accountId: number, now: number): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const head = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({
    accountId,
    creationDate: new Date(now).toISOString(),
    iat: Math.floor(now / 1000),
  })}`;
  return `${head}.${createHmac('sha256', randomBytes(32)).update(head).digest('base64url')}`;
}

/** Colour and kind of a status that is made: the first one of the funnel is where new leads begin. */
export function newStatus(world: World, name: string, type?: Status['type']): Status {
  const order = Math.max(-1, ...[...world.statuses.values()].map((s) => s.order)) + 1;
  const status: Status = {
    id: nextId(world, 'status'),
    type: type ?? (order === 0 ? 'primary' : closing.test(name.trim()) ? 'completed' : 'regular'),
    name,
    order,
    color: colors[order % colors.length] ?? '#9b9b9b',
  };
  world.statuses.set(status.id, status);
  return status;
}

export interface NewWorldOptions {
  readonly language: 'ru' | 'en';
  readonly token: string | undefined;
  readonly statuses: readonly string[] | undefined;
  readonly now: number;
}

/** One account with its people, channels and funnel, and no customers yet. */
export function newWorld({ language, token, statuses, now }: NewWorldOptions): World {
  const said = words[language];
  const accountId = 40017;
  const world = openWorld({
    format: 'dialogram-sandbox',
    version: 1,
    language,
    token: token ?? newAccountToken(accountId, now),
    pageKey: randomBytes(24).toString('base64url'),
    account: { id: accountId, name: said.account, status: 'active' },
    nextId: {},
    lastAt: 0,
    managers: [],
    integrations: [],
    statuses: [],
    customers: [],
    sources: [],
    leads: [],
    messages: [],
    uploads: [],
    webhooks: [],
    sessions: [],
    files: [],
    pending: [],
  });
  const logins = ['owner', 'anna', 'bot'] as const;
  said.managers.forEach((name, i) => {
    const id = nextId(world, 'manager');
    const role = i === 0 ? 'owner' : 'manager';
    world.managers.set(id, { id, login: `${logins[i]}@example.org`, name, role, confirmed: true, sources: [] });
  });
  const channels: [type: string, login: string, url: string | null][] = [
    ['whatsapp2', '79990000001', null],
    ['telegram', 'shop_support', 'https://t.me/shop_support'],
    ['widget', 'shop.example.org', 'https://shop.example.org'],
    ['instagramV3', 'shop.example', 'https://instagram.com/shop.example'],
    ['vk_group', 'club100500', 'https://vk.com/club100500'],
  ];
  for (const [type, login, url] of channels) {
    const id = nextId(world, 'integration');
    world.integrations.set(id, { id, type, login, url });
  }
  for (const name of statuses ?? said.statuses) newStatus(world, name);
  return world;
}
