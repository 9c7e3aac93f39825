import { RECORD_FORMAT, type RecordedTurn, type TalkRecord } from '../check/replay/record.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { TraceRow } from '../ports/sessionStore.ts';
import type { StoreReader } from '../ports/store.ts';

/** The longest record that is given out; of a longer one, the end. */
const MOST_TURNS = 5_000;

/** A conversation's record: its turns and the versions they ran on. Fault: `notFound`. */
export function talkRecord(read: StoreReader, lead: string): Result<TalkRecord> {
  const session = read.session(lead);
  if (session === null) return fail({ code: 'notFound', what: 'lead', id: lead });
  const turns: RecordedTurn[] = [];
  let gap = false;
  for (const row of read.recorded(lead, MOST_TURNS)) {
    if (row !== null) turns.push(turnOf(row, gap));
    gap = row === null;
  }
  const versions = [...new Set([...turns.map(({ version }) => version), session.version])].flatMap((id) => {
    const stored = read.version(id);
    return stored === null ? [] : [{ id, number: stored.row.number, body: stored.body, bot: stored.row.bot }];
  });
  return ok({
    format: RECORD_FORMAT,
    bot: versions.find(({ id }) => id === session.version)?.bot ?? '',
    lead,
    versions: versions.map(({ id, number, body }) => ({ id, number, body })),
    turns,
    // After a turn that cannot be read, or a state that was saved, nothing says how it came to stand so.
    ...(gap || session.unrecorded === true ? {} : { state: session.state }),
  });
}

function turnOf({ at, version, event, entries, effects, before, after }: TraceRow, gap: boolean): RecordedTurn {
  return {
    at,
    version,
    event,
    entries: [...entries],
    effects: [...effects],
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...(gap ? { gap: true } : {}),
  };
}
