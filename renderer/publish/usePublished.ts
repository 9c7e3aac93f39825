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

/** What the draft's changes are counted from: the version that is tried out, else the one customers meet, else the newest. */
export function usePublished(bot: string): Published | null {
  const number = useEngine((state) => {
    const row = state.bots?.find((each) => each.id === bot);
    return row === undefined ? 0 : (row.test ?? row.live ?? row.published);
  });
  const [published, setPublished] = useState<Published | null>(null);
  useEffect(() => {
    let isGone = false;
    async function load(): Promise<Published | null> {
      if (number === 0) return null;
      const listed = await call('bots.versions', { id: bot });
      const row = listed.ok ? listed.value.versions.find((version) => version.number === number) : undefined;
      if (row === undefined) return null;
      const loaded = await loadVersion(row.id);
      return loaded.ok ? { id: row.id, number, bot: loaded.value } : null;
    }
    void load().then((found) => {
      if (!isGone) setPublished(found);
    });
    return () => {
      isGone = true;
    };
  }, [bot, number]);
  return published?.number === number ? published : null;
}
