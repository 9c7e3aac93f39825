import { create } from 'zustand';
import type { ExploreReport } from '../../engine/check/explore/explore.ts';
import { sameJson } from '../../engine/check/replay/sameJson.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { copyOf } from '../copy/i18n.ts';
import { announce } from '../editor/announcer.ts';
import { findingCount } from './findingGroups.ts';
import type { Walk } from './walk.ts';
import { walkInWorker } from './walkInWorker.ts';

/** What a walk found, with the very bot it walked. */
export interface Walked {
  readonly bot: Bot;
  readonly report: ExploreReport;
}

interface PathsState {
  readonly walk: Walk;
  /** The bot that is being walked. */
  readonly walking: Bot | null;
  readonly walked: Walked | null;
  /** Did the last walk break off? What an earlier one found is still there. */
  readonly failed: boolean;
  readonly start: (bot: Bot) => void;
  readonly cancel: () => void;
  /** This bot is open now: what is known of another is let go. */
  readonly keepOnly: (bot: Bot) => void;
}

/** The walk over all paths of the open bot. */
export const usePaths = create<PathsState>()((set, get) => {
  let stop: (() => void) | null = null;

  return {
    walk: walkInWorker,
    walking: null,
    walked: null,
    failed: false,

    start(bot) {
      get().cancel();
      set({ walking: bot, failed: false });
      stop = get().walk(bot, (report) => {
        set(report === null ? { walking: null, failed: true } : { walking: null, walked: { bot, report } });
        const t = copyOf('problems');
        announce(report === null ? t('paths.failed') : t('paths.told', { found: findingCount(report) }));
      });
    },
    cancel() {
      if (get().walking === null) return;
      stop?.();
      set({ walking: null });
    },
    keepOnly(bot) {
      const { walking, walked, cancel } = get();
      if (walking !== null && walking.id !== bot.id) cancel();
      if (walked === null) return;
      if (walked.bot.id !== bot.id) set({ walked: null, failed: false });
      // Opened anew it is another object: as long as it says the same, the findings hold.
      else if (walked.bot !== bot && sameJson(walked.bot, bot)) set({ walked: { ...walked, bot } });
    },
  };
});
