import { HOSTILE, postHostile, SLOW, slowSockets } from '../support/attack.ts';
import { customers } from './customers.ts';
import { startEngine } from './engineProcess.ts';
import { fakeAccount } from './fakeAccount.ts';
import { quantile, round, type Figure } from './figure.ts';
import { menuBot } from './menuBot.ts';

const LEADS = 200;
const RATE = 100;
const MS = 10_000;

/** What 200 slow sockets and two senders of hostile bodies cost the others: 100 messages a second, without them and with. */
export async function benchAttack(): Promise<Figure[]> {
  const account = await fakeAccount();
  const engine = await startEngine({ account, bot: menuBot, args: ['--read-back', 'fast'] });
  const people = customers(account, engine);
  for (let lead = 1; lead <= LEADS; lead += 1) await people.turn(lead, 'меню');
  const figures = async (name: string): Promise<Figure[]> => {
    people.waits.take();
    people.answers.take();
    const turns = await people.steady({ leads: LEADS, perSecond: RATE, ms: MS });
    const [waits, answers] = [people.waits.take(), people.answers.take()];
    return [
      { name: `${name}: turns`, value: round(turns / (MS / 1_000)), unit: 'turns/s' },
      { name: `${name}: webhook answered, p99`, value: round(quantile(answers, 0.99)), unit: 'ms' },
      { name: `${name}: message to reply, p99`, value: round(quantile(waits, 0.99)), unit: 'ms' },
    ];
  };
  const calm = await figures('calm');
  const { port, pathname } = new URL(engine.first.webhookUrl);
  const slow = slowSockets(Number(port), pathname);
  const attack = { over: false, posts: 0 };
  const attackers = [0, 1].map(async (first) => {
    for (let n = first; !attack.over; n += 1) {
      const hostile = HOSTILE[n % HOSTILE.length];
      if (hostile !== undefined) await postHostile(Number(port), pathname, hostile);
      attack.posts += 1;
    }
  });
  const attacked = await figures(`${String(SLOW)} slow sockets and hostile bodies`);
  attack.over = true;
  await Promise.all(attackers);
  slow.stop();
  people.close();
  await engine.stop();
  await account.close();
  return [...calm, ...attacked, { name: 'hostile bodies', value: attack.posts, unit: 'posts' }];
}
