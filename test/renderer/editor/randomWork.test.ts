import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Bot, botSchema } from '../../../engine/flow/botSchema.ts';
import { parseBot } from '../../../engine/flow/parseBot.ts';
import { writeBot } from '../../../engine/flow/writeBot.ts';
import { REQUESTS } from '../../../engine/protocol.ts';
import type { History } from '../../../renderer/editor/history.ts';
import { readHistory, writeHistory } from '../../../renderer/editor/keptHistory.ts';
import { createEditor } from '../../../renderer/editor/store.ts';
import { cakes } from './cakes.ts';
import { spotAt, WORK } from './randomWork.ts';

/** As many acts as one run of the random work has. */
const ACTS = 300;

const act = fc.record({
  what: fc.constantFrom(...Object.keys(WORK), 'restart'),
  pick: fc.nat(50),
  other: fc.nat(50),
  wait: fc.constantFrom(0, 100, 800),
});

/** The draft and its history as another start of the window finds them: through the wire, the file and the disk. */
function reopened(bot: Bot, history: History): { bot: Bot; history: History } {
  const sent = REQUESTS['bots.save'].params.parse(
    JSON.parse(JSON.stringify({ id: 'b', base: 1, bot, history: writeHistory(history, new Set()) })),
  );
  const file = parseBot(writeBot(sent.bot));
  const steps = sent.history?.steps ?? [];
  // A half-made block of the random work may be one that no file can hold; the wire took it all the same.
  const stored = file.ok ? file.value : sent.bot;
  return { bot: stored, history: readHistory(stored, { steps, undone: sent.history?.undone ?? 0 }) };
}

test('undo never lies: after 300 random acts with undo and redo among them, undoing all gives the original byte for byte', () => {
  const done = new Set<string>();
  fc.assert(
    fc.property(fc.array(act, { minLength: ACTS, maxLength: ACTS }), (acts) => {
      let now = 1_000_000;
      const editor = createEditor(() => now);
      editor.getState().open(cakes());
      const original = writeBot(cakes());
      const isWhole = (): boolean => botSchema.safeParse(editor.getState().bot).success;
      for (const [at, { what, pick, other, wait }] of acts.entries()) {
        const before = editor.getState().bot;
        WORK[what]?.(spotAt(editor, `made${String(at)}`, pick, other));
        if (what === 'restart' && pick < 5) {
          const { bot, history } = editor.getState();
          const again = reopened(bot, history);
          expect([again.history.past.length, again.history.future.length]).toEqual([
            history.past.length,
            history.future.length,
          ]);
          editor.getState().open(again.bot, { history: again.history });
        }
        now += wait;
        if (editor.getState().bot !== before) done.add(what);
        expect(isWhole()).toBe(true);
        expect(editor.getState().bot.flows.some(({ id }) => id === editor.getState().flowId)).toBe(true);
      }
      const last = writeBot(editor.getState().bot);
      let steps = 0;
      while (editor.getState().undo()) {
        steps += 1;
        expect(isWhole()).toBe(true);
      }
      expect(writeBot(editor.getState().bot)).toBe(original);
      for (let at = 0; at < steps; at += 1) editor.getState().redo();
      expect(writeBot(editor.getState().bot)).toBe(last);
    }),
    { numRuns: 25 },
  );
  // Every row of the work has changed something: none of it is there for show.
  const idle = Object.keys(WORK).filter((what) => !done.has(what));
  expect(idle).toEqual(['rest', 'blur']);
}, 120_000);
