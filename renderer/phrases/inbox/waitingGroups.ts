import { create } from 'zustand';

/** How many groups of a bot wait to be sorted; told by whoever has gathered them (`useInbox`). */
export const useWaitingGroups = create<{ readonly bot: string | null; readonly count: number }>(() => ({
  bot: null,
  count: 0,
}));
