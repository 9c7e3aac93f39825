import { expect, test } from 'vitest';
import type { SandboxCustomer } from '../../engine/cli/sandboxDesk.ts';
import { heardAll, openTunnelShop, registered } from './tunnelShop.ts';

const CHANGES = 50;
const PEOPLE = 25;

/** A customer, and what they have written after their first line. */
interface Person {
  readonly customer: SandboxCustomer;
  readonly said: string[];
}

test('T-L1: fifty changes of address under traffic lose nothing, double nothing, and leave one webhook', async () => {
  const { shop, sshd, settings } = await openTunnelShop();
  const { connection } = shop.engine;
  expect(await connection.tunnel.choose({ settings })).toMatchObject({ ok: true });
  const addresses = [await registered(shop)];
  const people: Person[] = [];
  for (let index = 0; index < PEOPLE; index += 1) {
    const customer = await shop.customer(`Клиент ${String(index)}`);
    await customer.writes('Здравствуйте');
    people.push({ customer, said: [] });
  }
  let next = 0;
  const write = async (count: number): Promise<void> => {
    for (let index = 0; index < count; index += 1) {
      const person = people[next % people.length];
      next += 1;
      const text = `сообщение ${String(next)}`;
      person?.said.push(text);
      await person?.customer.writes(text);
    }
  };

  for (let change = 0; change < CHANGES; change += 1) {
    const before = addresses.at(-1) ?? '';
    const writing = write(4);
    expect(sshd.cut()).toBeGreaterThan(0);
    await Promise.all([writing, write(2)]);
    addresses.push(await registered(shop, before));
    await write(1);
  }

  expect(addresses).toHaveLength(CHANGES + 1);
  for (const { customer, said } of people) expect(await heardAll(customer, said)).toEqual(said);
  expect(people.flatMap(({ said }) => said)).toHaveLength(CHANGES * 7);
  expect(shop.sandbox.world.webhooks.size).toBe(1);
  expect(shop.engine.store.read.counts()).toMatchObject({
    inboxNew: 0,
    inboxParked: 0,
    outboxDead: 0,
    outboxUnknown: 0,
  });
}, 300_000);
