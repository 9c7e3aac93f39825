import { useEffect, useState } from 'react';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { useEngine } from '../app/engine.ts';
import { call } from '../bridge.ts';
import { loadVersion } from './loadVersion.ts';

export interface Published {
  readonly id: number;
  readonly number: number;
  readonly bot: Bot;
}

/** `nothing`: the bot was never published. `failed`: it was, and what was published could not be read. */
export type PublishedState =
  { readonly kind: 'loading' | 'nothing' | 'failed' } | { readonly kind: 'published'; readonly version: Published };

interface Found {
  /** The bot and the number of the version that was looked for. */
  readonly of: string;
  readonly state: PublishedState;
}

/** Versions never change: the dialog has at once what the pill beside it has found. */
let latest: Found | null = null;

/** What the draft's changes are counted from: the version that is tried out, else the one customers meet, else the newest. */
export function usePublished(bot: string): PublishedState {
  const isUnread = useEngine(({ bots, faults }) => bots === null && faults.bots !== undefined);
  // Null = not known yet.
  const number = useEngine(({ bots }) => {
    if (bots === null) return null;
    const row = bots.find((each) => each.id === bot);
    return row === undefined ? 0 : (row.test ?? row.live ?? row.published);
  });
  const of = `${bot} ${String(number)}`;
  const [found, setFound] = useState(() => latest);
  useEffect(() => {
    if (number === null || number === 0) return undefined;
    let isGone = false;
    void load(bot, number, latest?.of === of ? latest.state : null).then((state) => {
      const told = { of, state };
      if (state.kind === 'published') latest = told;
      if (!isGone) setFound(told);
    });
    return () => {
      isGone = true;
    };
  }, [bot, number, of]);
  if (isUnread) return { kind: 'failed' };
  if (number === 0) return { kind: 'nothing' };
  return found?.of === of ? found.state : { kind: 'loading' };
}

async function load(bot: string, number: number, known: PublishedState | null): Promise<PublishedState> {
  const listed = await call('bots.versions', { id: bot });
  if (!listed.ok) return known ?? { kind: 'failed' };
  const row = listed.value.versions.find((version) => version.number === number);
  if (row === undefined) return { kind: 'failed' };
  if (known?.kind === 'published' && known.version.id === row.id) return known;
  const loaded = await loadVersion(row.id);
  return loaded.ok ? { kind: 'published', version: { id: row.id, number, bot: loaded.value } } : { kind: 'failed' };
}
