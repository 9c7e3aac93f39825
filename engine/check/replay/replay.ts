import type { SessionState } from '../../model/state.ts';
import type { BotProgram } from '../../runtime/compileBot.ts';
import { step } from '../../runtime/step.ts';
import type { RecordedTurn, TalkRecord } from './record.ts';
import type { Divergence, ReplayReport } from './reports.ts';
import { sameJson } from './sameJson.ts';

/** Runs a record again on its own versions: the same effects and trace must come out, and the state it stands in now. */
export function replay(record: TalkRecord, programOf: (version: number) => BotProgram | null): ReplayReport {
  const divergences: Divergence[] = [];
  let state: SessionState | null = null;
  let same = 0;
  let skipped = 0;
  for (const [turn, recorded] of record.turns.entries()) {
    const { at } = recorded;
    const began: SessionState | null = beginning(recorded, state);
    if (recorded.after !== undefined) {
      state = recorded.after;
      skipped += 1;
      continue;
    }
    if (began === null) {
      skipped += 1;
      continue;
    }
    const program = programOf(recorded.version);
    if (program === null) {
      divergences.push({ turn, at, what: 'version', expected: recorded.version, got: null });
      state = null;
      continue;
    }
    const result = step(program, began, recorded.event);
    const found = differences(recorded, result).map((difference) => ({ turn, at, ...difference }));
    divergences.push(...found);
    if (found.length === 0) same += 1;
    state = result.state;
  }
  const last = record.turns.at(-1);
  if (record.state !== undefined && last !== undefined && state !== null && !sameJson(state, record.state))
    divergences.push({
      turn: record.turns.length - 1,
      at: last.at,
      what: 'state',
      expected: record.state,
      got: state,
    });
  return { turns: record.turns.length, same, skipped, divergences };
}

function beginning({ before, gap }: RecordedTurn, state: SessionState | null): SessionState | null {
  return before ?? (gap === true ? null : state);
}

function differences(
  recorded: RecordedTurn,
  result: ReturnType<typeof step>,
): Pick<Divergence, 'what' | 'expected' | 'got'>[] {
  return [
    ...(sameJson(recorded.effects, result.effects)
      ? []
      : [{ what: 'effects' as const, expected: recorded.effects, got: result.effects }]),
    ...(sameJson(recorded.entries, result.trace)
      ? []
      : [{ what: 'trace' as const, expected: recorded.entries, got: result.trace }]),
  ];
}
