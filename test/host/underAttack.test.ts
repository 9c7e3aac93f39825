import { expect, onTestFinished, test } from 'vitest';
import { HOSTILE, postHostile, SLOW, slowSockets } from '../support/attack.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { echoBot } from './echoBot.ts';
import { openShop, until } from './liveShop.ts';

const CUSTOMERS = 10;
const WORDS = ['доброе утро', 'есть торт на субботу?', 'а доставка сколько', 'хорошо, беру', 'спасибо'];

test(
  '200 slow sockets and hostile bodies: every customer is answered, once and in order',
  { timeout: 120_000 },
  async () => {
    const shop = await openShop(tempFolder(), echoBot());
    onTestFinished(() => shop.close());
    const { port, path } = shop.engine.webhook;
    const slow = slowSockets(port, path);
    const attack = { over: false };
    onTestFinished(() => {
      attack.over = true;
      slow.stop();
    });
    await until('all of them are there', () => slow.open() >= SLOW);
    const statuses = new Map<number, number>();
    const attackers = [0, 1].map(async (first) => {
      for (let n = first; !attack.over; n += 1) {
        const hostile = HOSTILE[n % HOSTILE.length];
        if (hostile === undefined) return;
        const status = await postHostile(port, path, hostile);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    });

    const talks = Array.from({ length: CUSTOMERS }, async (_, n) => {
      const customer = await shop.customer(`Клиент ${String(n)}`);
      await customer.writes('Здравствуйте');
      await until('greeted', async () => (await customer.hears()).length === 1, 60_000);
      for (const [at, words] of WORDS.entries()) {
        await customer.writes(words);
        await until('answered', async () => (await customer.hears()).length >= 1 + 2 * (at + 1), 60_000);
      }
      return customer.hears();
    });
    const heard = await Promise.all(talks);
    const posts = (): number => [...statuses.values()].reduce((sum, count) => sum + count, 0);
    await until('every hostile body came', () => posts() > HOSTILE.length, 60_000);
    const seen = slow.open();
    attack.over = true;
    await Promise.all(attackers);
    const whole = ['Слушаю', ...WORDS.flatMap((words) => [`Вы сказали: ${words}.`, 'Слушаю'])];
    expect(heard).toEqual(heard.map(() => whole));
    // It was an attack all the while, and nothing of it was taken.
    expect(seen).toBeGreaterThan(SLOW / 2);
    expect(Object.prototype).not.toHaveProperty('polluted');
    expect(shop.engine.store.read.counts()).toMatchObject({ inboxNew: 0, outboxOpen: 0, inboxParked: 0 });
  },
);

test(
  'a fast person who writes twenty messages in one breath, again and again, is answered and not stopped',
  { timeout: 120_000 },
  async () => {
    const shop = await openShop(tempFolder(), echoBot({ burstSeconds: 1 }));
    onTestFinished(() => shop.close());
    const anna = await shop.customer('Анна');
    await anna.writes('Здравствуйте');
    await until('greeted', async () => (await anna.hears()).length === 1);
    for (let burst = 0; burst < 4; burst += 1) {
      const before = (await anna.hears()).length;
      for (let n = 0; n < 20; n += 1) await anna.writes(`${WORDS[n % WORDS.length] ?? ''}${'!'.repeat(n)}`);
      await until('answered', async () => {
        const { inboxNew, outboxOpen } = shop.engine.store.read.counts();
        return (await anna.hears()).length > before && inboxNew === 0 && outboxOpen === 0;
      });
    }
    expect(shop.engine.store.read.sessions(1)[0]?.owner).toBe('bot');
  },
);
