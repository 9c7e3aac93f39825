import { ok, type Result } from '../../engine/model/result.ts';
import type { Params } from '../../engine/protocol.ts';
import { call } from '../bridge.ts';
import type { Rollback } from './publishState.ts';

export interface RollbackTarget {
  /** The version that runs afterwards for those it is about; null = none. */
  readonly number: number | null;
  readonly name: string;
  readonly audience: 'test' | 'all';
  readonly words: 'text' | 'textTest' | 'otherBot' | 'testersBack' | 'nobody' | 'nobodyTest';
  /** What to look up beforehand; null = there is nothing to compare. */
  readonly preview: Params<'bots.publishPreview'> | null;
}

export function targetOf(rollback: Rollback): RollbackTarget {
  const { bot } = rollback;
  if (rollback.to === 'version') {
    const { id: version, number } = rollback.version;
    return { number, name: '', audience: 'all', words: 'text', preview: { id: bot, version, audience: 'all' } };
  }
  const { before, published } = rollback;
  const { audience } = published;
  const own = audience === 'test' ? before.test : (before.all ?? before.test);
  if (own === null)
    return { number: null, name: '', audience, words: audience === 'test' ? 'nobodyTest' : 'nobody', preview: null };
  const { number, name, version } = own;
  if (own.bot !== bot) return { number, name, audience, words: 'otherBot', preview: null };
  const isForTesters = audience === 'test' || before.all === null;
  return {
    number,
    name,
    audience: isForTesters ? 'test' : 'all',
    words: audience === 'test' ? 'textTest' : isForTesters ? 'testersBack' : 'text',
    preview: { id: bot, version, audience },
  };
}

/** Does it. Value: how many people finish on the version that was. */
export async function rollBack(rollback: Rollback): Promise<Result<number>> {
  if (rollback.to === 'version') {
    const done = await call('bots.rollback', { id: rollback.bot, version: rollback.version.id });
    return done.ok ? ok(done.value.waiting) : done;
  }
  const { all, test } = rollback.before;
  const done = await call('bots.restoreLive', { all: all?.version ?? null, test: test?.version ?? null });
  return done.ok ? ok(0) : done;
}
