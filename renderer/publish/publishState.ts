import { create } from 'zustand';

export type PublishTab = 'publish' | 'versions';

/** The publish dialog: for which bot it is open, and on which side. */
export const usePublish = create<{ readonly bot: string | null; readonly tab: PublishTab }>(() => ({
  bot: null,
  tab: 'publish',
}));

export function openPublish(bot: string, tab: PublishTab = 'publish'): void {
  usePublish.setState({ bot, tab });
}

export function closePublish(): void {
  usePublish.setState({ bot: null });
}
