import { expect, test } from 'vitest';
import { sandboxPage } from '../../electron/sandboxPage.ts';

test('an engine that is gone, or answers something else, names no page', async () => {
  expect(
    await sandboxPage({ request: () => Promise.resolve({ id: 0, ok: false, fault: { code: 'engineGone' } }) }),
  ).toBeNull();
  for (const value of [null, 'http://evil.example', { connection: { sandboxUrl: 'http://evil.example' } }]) {
    expect(await sandboxPage({ request: () => Promise.resolve({ id: 0, ok: true, value }) })).toBeNull();
  }
});
