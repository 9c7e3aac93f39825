import { beforeEach, expect, test } from 'vitest';
import { askInbox } from '../../../../renderer/phrases/inbox/askInbox.ts';
import { startInboxThread, thread } from './inboxThread.ts';

const set = {
  intents: [
    { id: 'delivery', phrases: ['сколько стоит доставка', 'доставка по городу'] },
    { id: 'pay', phrases: ['как оплатить', 'оплата картой'] },
  ],
  languages: ['ru'],
};
const near = (phrase: string) => askInbox('near', { groups: [[phrase]], set });

beforeEach(() => {
  startInboxThread();
  thread.asked.length = 0;
});

test('of what waits for the thread only the newest of its kind is done', async () => {
  thread.hold();
  const first = near('доставка есть');
  const second = near('оплата есть');
  const group = askInbox('group', { texts: [{ text: 'парковка', count: 1 }], languages: ['ru'] });
  const third = near('чем оплатить');
  // Nobody waits for the second: it is told so while the thread is still busy with the first.
  expect(await second).toBe('superseded');
  expect(thread.asked).toEqual(['near']);
  thread.release();
  expect(await first).toMatchObject([[{ topic: 'delivery' }, { topic: 'pay' }]]);
  expect(await third).toMatchObject([[{ topic: 'pay' }, { topic: 'delivery' }]]);
  expect(await group).toMatchObject({ groups: [[0]] });
  // The newer one had the turn of the one it replaced.
  expect(thread.asked).toEqual(['near', 'near', 'group']);
});

test('a thread that is lost fails what it was doing; what waits is done by another', async () => {
  thread.hold();
  const lost = near('доставка есть');
  const group = askInbox('group', { texts: [{ text: 'парковка', count: 1 }], languages: ['ru'] });
  thread.die();
  expect(await lost).toBeNull();
  thread.release();
  expect(await group).toMatchObject({ groups: [[0]] });
});
