import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { memoryFolder } from './memoryFolder.ts';
import type { Talk } from './people.ts';
import { BEGINNING, simulate } from './simulate.ts';
import { templateFolder } from './templateFolder.ts';

const folder = memoryFolder();
let template = '';
beforeAll(async () => {
  template = await templateFolder(folder, BEGINNING, {});
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.for(['busy', 'apiDown', 'cut'] as const)(
  'a manager answers while the account is %s for minutes, and what waited to be sent is not said over them afterwards',
  async (what) => {
    // The second message is answered just when the account stops taking anything; a person comes in a little later.
    const talks = Array.from({ length: 12 }, (_, index): Talk => {
      const later = index * 11;
      return {
        lines: [1_000, 59_900 + later].map((at) => ({ at, says: null })),
        taken: { at: 65_000 + later, by: 'word' },
      };
    });
    const done = await simulate({
      seed: 3,
      folder: join(folder, what),
      template,
      plan: { talks, events: [{ at: 60_050, what, ms: 200_000 }] },
    });
    expect(done.verdict).toEqual({ lost: [], doubled: [], disordered: [], overAPerson: [], other: [] });
    expect(done.faults.get('managerWrote')).toBe(12);
  },
);
