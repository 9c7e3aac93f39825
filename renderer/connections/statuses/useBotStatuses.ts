import { useEffect, useState } from 'react';
import type { BotStatus } from '../../../engine/model/definitions.ts';
import type { Fault } from '../../../engine/model/fault.ts';
import type { Reply } from '../../../engine/protocol.ts';
import { call } from '../../bridge.ts';

export type StatusLink = Reply<'statuses.links'>['links'][number];

interface BotStatuses {
  readonly statuses: readonly BotStatus[] | null;
  readonly links: readonly StatusLink[];
  readonly fault: Fault | null;
}

/** The statuses a bot knows and what each is linked to now. */
export function useBotStatuses(bot: string): BotStatuses & { readonly reload: () => void } {
  const [known, setKnown] = useState<BotStatuses>({ statuses: null, links: [], fault: null });
  const [round, setRound] = useState(0);

  useEffect(() => {
    let isOld = false;
    async function load(): Promise<void> {
      const [opened, links] = await Promise.all([call('bots.open', { id: bot }), call('statuses.links', { bot })]);
      if (isOld) return;
      const failed = opened.ok ? links : opened;
      if (!failed.ok) setKnown((before) => ({ ...before, fault: failed.fault }));
      if (opened.ok && links.ok)
        setKnown({ statuses: opened.value.bot.statuses ?? [], links: links.value.links, fault: null });
    }
    void load();
    return () => {
      isOld = true;
    };
  }, [bot, round]);

  return { ...known, reload: () => setRound((count) => count + 1) };
}
