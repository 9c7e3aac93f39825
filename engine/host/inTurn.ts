import { z } from 'zod';
import type { NewOutboxRow } from '../ports/outboxStore.ts';
import type { StoreReader, StoreWriter } from '../ports/store.ts';

const count = z.int().min(0).catch(0);

/**
 * Whose turn it is among several employees is counted across all leads: a conversation by itself knows only its own turns.
 * Within the transaction that keeps the rows, so that no turn is taken twice or lost.
 */
export function inTurn(rows: readonly NewOutboxRow[], read: StoreReader, writer: StoreWriter): readonly NewOutboxRow[] {
  return rows.map((row) => {
    const { effect } = row;
    if (effect.type !== 'assign' || effect.among === undefined || effect.among.length === 0) return row;
    // The people are the key: blocks that share them share their turns.
    const key = `inTurn:${JSON.stringify(effect.among)}`;
    const turn = count.parse(read.setting(key));
    writer.putSetting(key, turn + 1);
    return { ...row, effect: { ...effect, to: effect.among[turn % effect.among.length] ?? effect.to } };
  });
}
