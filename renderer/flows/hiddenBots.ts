import { create } from 'zustand';

/** Bots that are deleted but can still be had back. */
export const useHiddenBots = create<{ readonly ids: ReadonlySet<string> }>(() => ({ ids: new Set() }));

export function hideBot(id: string): void {
  useHiddenBots.setState(({ ids }) => ({ ids: new Set([...ids, id]) }));
}

export function showBot(id: string): void {
  useHiddenBots.setState(({ ids }) => ({ ids: new Set([...ids].filter((other) => other !== id)) }));
}
