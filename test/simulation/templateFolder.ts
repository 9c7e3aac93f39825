import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeBot } from '../../engine/flow/writeBot.ts';
import { unwrap } from '../host/liveShop.ts';
import { MANAGER, simAccount } from './account.ts';
import { chronicle } from './chronicle.ts';
import { startLife } from './engineLife.ts';
import { API_URL, authorServer, network } from './network.ts';
import { seededRandom } from './random.ts';
import { simApi } from './simApi.ts';
import { simBot } from './simBot.ts';
import { virtualTime } from './virtualTime.ts';
import { CALM } from './weather.ts';

/** The public address that the simulated account posts to. */
const PUBLIC_URL = 'https://shop.sim';

/** A data folder as an owner leaves it who has connected the account and gone live: made once, copied for each run. */
export async function templateFolder(
  folder: string,
  start: number,
  settings: Record<string, unknown>,
): Promise<string> {
  const path = join(folder, 'template');
  mkdirSync(path, { recursive: true });
  const time = virtualTime(start - 3_600_000);
  const random = seededRandom(1);
  const seen = chronicle(() => time.now(), false);
  const account = simAccount();
  const answer = simApi({
    account,
    now: () => time.now(),
    lagMs: () => 0,
    onSent: () => undefined,
    onStatus: () => undefined,
  });
  const road = { time, random, weather: { ...CALM }, seen, answer, pause: { until: 0 } };
  const { store, engine } = startLife({
    time,
    random,
    seen,
    folder: path,
    clockOff: () => 0,
    http: (life) => network(road, life),
    requests: (life) => authorServer(road, life),
  });
  const until = async (what: () => boolean): Promise<void> => {
    await time.run(time.now() + 600_000, what);
    if (!what()) throw new Error('the template was not made');
  };
  await until(() => engine() !== null);
  let done = false;
  const made = goLive().then(() => (done = true));
  await until(() => done);
  await made;
  await store.close();
  return path;

  async function goLive(): Promise<void> {
    const present = engine();
    if (present === null) throw new Error('not started');
    unwrap(
      await present.connection.umnico({
        token: 'token',
        baseUrl: API_URL,
        manager: String(MANAGER),
        sources: 'all',
        publicUrl: PUBLIC_URL,
      }),
    );
    unwrap(await present.bots.import(writeBot(simBot(settings, 1))));
    const version = unwrap(await present.bots.publish('sim', ''));
    unwrap(await present.goLive('sim', version.id));
  }
}
