import { expect, onTestFinished, test } from 'vitest';
import type { Engine } from '../../engine/host/engine.ts';
import { customerWrites } from '../../engine/sandbox/desk/talk.ts';
import { seededRandom } from '../simulation/random.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { echoBot } from './echoBot.ts';
import { openShop, until, type Shop } from './liveShop.ts';
import { placeOf, stranger, told, type Place } from './stranger.ts';

const LEADS = 100;
const ROUNDS = 5;
/** Texts of one breath: webhooks bring them in any order, and five times each. */
const LINES = 4;
const COPIES = 5;
/** So many leads are posted at once: the whole breath of each reaches the engine well within a burst. */
const TOGETHER = 4;

const random = seededRandom(20);
const shuffled = <T>(list: readonly T[]): T[] =>
  list
    .map((item) => ({ item, at: random.int(0, 1_000_000) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
/** No two alike but for figures: that would look like a machine. */
const word = (): string => Array.from({ length: 7 }, () => String.fromCodePoint(random.int(0x430, 0x44f))).join('');

/** Leads that have an account’s history, and of which no webhook was sent yet. */
function writes(shop: Shop, customer: number, text: string) {
  const { core, world } = shop.sandbox;
  const from = world.customers.get(customer);
  if (from === undefined) throw new Error('no such customer');
  return customerWrites({ ...core, emit: () => Promise.resolve() }, from, { text });
}

const heard = ({ store }: Engine, lead: number): readonly string[] =>
  store.read
    .traces(String(lead), 1_000)
    .flatMap(({ event }) => (event.type === 'message' ? event.text.split('\n') : []));

test(
  '10,000 duplicates and reorderings over 100 leads: each is read once, in the order it was written',
  { timeout: 240_000 },
  async () => {
    const shop = await openShop(tempFolder(), echoBot({ burstSeconds: 3 }));
    const sender = stranger(shop);
    onTestFinished(async () => {
      await sender.close();
      await shop.close();
    });
    const { engine } = shop;
    const people = await Promise.all(Array.from({ length: LEADS }, (_, n) => shop.customer(`К${String(n)}`)));
    const written = people.map((): string[] => []);
    const places: (Place | undefined)[] = [];
    let late: object[] = [];
    let posted = 0;
    const post = async (bodies: readonly object[]): Promise<void> => {
      posted += bodies.length;
      expect(await sender.post(shuffled(bodies))).toEqual([200]);
    };

    for (let round = 1; round <= ROUNDS; round += 1) {
      const stragglers = late;
      late = [];
      for (let from = 0; from < LEADS; from += TOGETHER) {
        const bodies: object[] = stragglers.splice(0, TOGETHER * LINES);
        for (const [index, person] of people.slice(from, from + TOGETHER).entries())
          for (let line = 0; line < LINES; line += 1) {
            const text = word();
            const { message, lead } = writes(shop, person.id, text);
            const place = (places[from + index] ??= placeOf(shop, String(lead.id)));
            written[from + index]?.push(text);
            const body = told('incoming', place, { messageId: message.messageId, text, at: message.at });
            bodies.push(...Array.from({ length: COPIES - 1 }, () => body));
            late.push(body);
          }
        await post(bodies);
      }
      await until(
        `round ${String(round)} is read`,
        () => places.every((place) => heard(engine, place?.lead ?? 0).length === round * LINES),
        60_000,
      );
      await until('and answered', () => engine.store.read.counts().outboxOpen === 0, 60_000);
    }
    await post(late);
    await until('nothing waits', () => engine.store.read.counts().inboxNew === 0, 60_000);

    expect(posted).toBe(10_000);
    expect(places.map((place) => heard(engine, place?.lead ?? 0))).toEqual(written);
    const answers = await Promise.all(people.map((person) => person.hears()));
    for (const [index, lines] of answers.entries()) {
      const echoed = lines.flatMap((line) => /^Вы сказали: (.*)\.$/su.exec(line)?.[1]?.split('\n') ?? []);
      // The first breath is answered with a question.
      expect(echoed).toEqual(written[index]?.slice(LINES));
    }
    expect(engine.store.read.counts()).toMatchObject({ inboxParked: 0, outboxDead: 0, outboxUnknown: 0 });
    expect(engine.store.read.queueCounts().flood).toBe(0);
    expect(engine.trust.forged()).toEqual({ message: 0, takeOver: 0, status: 0 });
  },
);
