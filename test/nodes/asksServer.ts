import type { Bot } from '../../engine/flow/botSchema.ts';
import { drawBot } from '../support/botBuilder.ts';

export const ORDERS = 'https://api.shop.ru/orders';

/** Asks a server at once, and says what became of it. */
export const asksServer = (data: Record<string, unknown>): Bot =>
  drawBot()
    .variable('order', 'state', 'items', 'x')
    .start('ask')
    .node('ask', 'http', { url: ORDERS, ...data }, { ok: 'good', error: 'bad' })
    .message('good', 'Заказ: {{state|не найден}}')
    .message('bad', 'Сервер не ответил')
    .build();
