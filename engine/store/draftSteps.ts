import type Database from 'better-sqlite3';
import type { DraftSteps } from '../ports/botStore.ts';
import type { StoreReader, StoreWriter } from '../ports/store.ts';

interface Kept {
  readonly id: string;
  readonly seq: number;
}

/** The steps of undo of each draft. Only what changed is written: a save while typing touches a row or two. */
export function draftStepTables(database: Database.Database): {
  readonly read: Pick<StoreReader, 'draftSteps'>;
  readonly write: Pick<StoreWriter, 'putDraftSteps'>;
} {
  const head = database.prepare<[string], { readonly revision: number; readonly undone: number }>(
    'SELECT revision, undone FROM draft_history WHERE bot = ?',
  );
  const bodies = database
    .prepare<[string], string>('SELECT body FROM draft_step WHERE bot = ? ORDER BY seq, id')
    .pluck();
  const kept = database.prepare<[string], Kept>('SELECT id, seq FROM draft_step WHERE bot = ?');
  const drop = database.prepare<[string, string]>('DELETE FROM draft_step WHERE bot = ? AND id = ?');
  const move = database.prepare<[number, string, string]>('UPDATE draft_step SET seq = ? WHERE bot = ? AND id = ?');
  const add = database.prepare<[string, string, number, string]>(
    `INSERT INTO draft_step (bot, id, seq, body) VALUES (?, ?, ?, ?)
     ON CONFLICT (bot, id) DO UPDATE SET seq = excluded.seq, body = excluded.body`,
  );
  const putHead = database.prepare<[string, number, number]>(
    `INSERT INTO draft_history (bot, revision, undone) VALUES (?, ?, ?)
     ON CONFLICT (bot) DO UPDATE SET revision = excluded.revision, undone = excluded.undone`,
  );

  return {
    read: {
      draftSteps(bot) {
        const found = head.get(bot);
        return found === undefined ? null : { ...found, bodies: bodies.all(bot) };
      },
    },
    write: {
      putDraftSteps(bot, revision, steps) {
        const before = new Map(kept.all(bot).map(({ id, seq }) => [id, seq]));
        const { list, undone } = withoutGaps(steps, (id) => before.has(id));
        const standing = new Set(list.map(({ id }) => id));
        for (const id of before.keys()) if (!standing.has(id)) drop.run(bot, id);
        let last = 0;
        for (const { id, body } of list) {
          const seq = Math.max(last + 1, before.get(id) ?? 0);
          if (body !== null) add.run(bot, id, seq, body);
          else if (before.get(id) !== seq) move.run(seq, bot, id);
          last = seq;
        }
        putHead.run(bot, revision, undone);
      },
    },
  };
}

/** A step that is neither given nor kept breaks the line: what lies beyond it, seen from the draft, can't be reached. */
function withoutGaps({ list, undone }: DraftSteps, isKept: (id: string) => boolean): DraftSteps {
  const isThere = ({ id, body }: DraftSteps['list'][number]): boolean => body !== null || isKept(id);
  const present = list.length - undone;
  const past = list.slice(0, present);
  const future = list.slice(present);
  const from = past.findLastIndex((step) => !isThere(step)) + 1;
  const to = future.findIndex((step) => !isThere(step));
  const reachable = to < 0 ? future : future.slice(0, to);
  return { list: [...past.slice(from), ...reachable], undone: reachable.length };
}
