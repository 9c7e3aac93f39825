import { expect, test } from 'vitest';
import { restoreState } from '../../engine/runtime/restoreState.ts';
import { newSession } from '../../engine/runtime/newSession.ts';
import { cakeShop } from '../support/botBuilder.ts';
import { talkTo } from '../support/talk.ts';

const shop = (hours?: number) =>
  cakeShop()
    .settings(hours === undefined ? {} : { restartAfterHours: hours })
    .build();

test.each([
  [undefined, '23h', false],
  [undefined, '24h', true],
  [1, '59m', false],
  [1, '1h', true],
  [0, '30d', false],
])('restart after %s h: %s of silence greets anew = %s', (hours, silence, anew) => {
  const talk = talkTo(shop(hours));
  const first = talk.customer('привет');
  talk.passes(silence);
  const said = talk.customer('1');
  expect(said[0]).toBe(anew ? first[0] : 'Мы печём торты');
});

test('what is known of the customer outlives the restart', () => {
  const talk = talkTo(shop(), { customer: { name: 'Ольга' }, variables: { size: 'L' } });
  talk.customer('привет');
  talk.passes('48h');
  talk.customer('привет');
  expect(talk.state).toMatchObject({ customer: { name: 'Ольга' }, variables: { size: 'L' } });
});

test('a lead that is with a person stays there', () => {
  const talk = talkTo(shop());
  talk.customer('привет');
  talk.manager('st_human');
  talk.passes('7d');
  expect(talk.customer('привет')).toEqual([]);
});

test('stored state is read back, a newer one or a broken one is refused with its place', () => {
  expect(restoreState(JSON.parse(JSON.stringify(newSession())))).toEqual({ ok: true, value: newSession() });
  expect(restoreState({ ...newSession(), v: 99 })).toMatchObject({
    ok: false,
    fault: { code: 'dataNewer', version: 99 },
  });
  expect(restoreState({ ...newSession(), owner: 'cat' })).toMatchObject({
    ok: false,
    fault: { code: 'fileInvalid', at: 'state.owner' },
  });
  expect(restoreState('[]')).toMatchObject({ ok: false });
});
