import { expect, test } from 'vitest';
import { createAccountSeat } from '../../engine/host/accountSeat.ts';
import { firstConfig } from '../../engine/host/connectionConfig.ts';
import { umnicoChannel } from '../../engine/umnico/umnicoChannel.ts';
import type { Store } from '../../engine/ports/store.ts';
import { openTestStore } from '../store/testStore.ts';
import { unwrap } from './liveShop.ts';

const silent = { debug() {}, info() {}, warn() {}, error() {} };
const noHttp = { send: () => Promise.reject(new Error('unused')), download: () => Promise.reject(new Error('unused')) };

test('what the webhook of the account before posts, while another one says who it is, is not taken for the other one’s', async () => {
  const it = openTestStore();
  const before = { ...firstConfig(null), kind: 'umnico', baseUrl: 'http://127.0.0.1', account: '1' } as const;
  await it.commit((writer) => {
    writer.putSetting('connection', before);
    writer.putSetting('lastAccount', '1');
    writer.putSetting('accounts', ['1']);
  });
  const seen: (readonly [string | null, string])[] = [];
  const write: Store['write'] = (change) => {
    seen.push([seat.config().account, seat.scope()]);
    return it.store.write(change);
  };
  const seat = createAccountSeat({
    store: { ...it.store, write },
    clock: it.clock,
    firstSandbox: null,
    openChannel: (baseUrl, token) => umnicoChannel({ baseUrl, token, http: noHttp, clock: it.clock, log: silent }),
  });
  seat.open('token of the other one');
  const present = seat.channel();
  if (present === null) throw new Error('no channel');
  unwrap(await seat.meet('2', present));
  seen.push([seat.config().account, seat.scope()]);
  expect(seen).toEqual([
    ['1', ''],
    ['1', ''],
    ['2', '2:'],
  ]);
});
