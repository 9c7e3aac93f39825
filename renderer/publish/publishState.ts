import { create } from 'zustand';
import type { Reply } from '../../engine/protocol.ts';
import { hidePublished } from './publishToast.ts';

export type PublishTab = 'publish' | 'versions';
export type Version = Reply<'bots.versions'>['versions'][number];
type LiveBefore = Reply<'bots.publish'>['before'];

/** Where a rollback leads: to a version for everybody, or to how it all was before a publication. */
export type Rollback =
  | { readonly to: 'version'; readonly bot: string; readonly version: Version }
  | {
      readonly to: 'before';
      readonly bot: string;
      readonly published: Version;
      readonly before: LiveBefore;
    };

/** The draft of a bot is compared with this version of it on the canvas. */
export interface Comparing {
  readonly bot: string;
  readonly id: number;
  readonly number: number;
}

export interface PublishState {
  /** The bot the dialog is open for. */
  readonly bot: string | null;
  readonly tab: PublishTab;
  /** The note is what it was opened for. */
  readonly naming: boolean;
  readonly rollback: Rollback | null;
  /** The bot's checks are on show, at this one. */
  readonly check: string | null;
  readonly comparing: Comparing | null;
}

export const usePublish = create<PublishState>(() => ({
  bot: null,
  tab: 'publish',
  naming: false,
  rollback: null,
  check: null,
  comparing: null,
}));

export function openPublish(bot: string, tab: PublishTab = 'publish', naming = false): void {
  hidePublished();
  usePublish.setState({ bot, tab, naming });
}

export function closePublish(): void {
  usePublish.setState({ bot: null });
}

export function askRollback(rollback: Rollback): void {
  usePublish.setState({ bot: null, rollback });
}

/** The dialog makes room for the canvas. */
export function compareWith(version: Comparing | null): void {
  hidePublished();
  usePublish.setState({ bot: null, comparing: version });
}
