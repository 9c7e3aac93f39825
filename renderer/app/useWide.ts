import { useSyncExternalStore } from 'react';

/** Narrower than this (pixels of CSS), what stands beside a conversation would leave it no room. */
const WIDE = window.matchMedia('(min-width: 1200px)');

function listen(changed: () => void): () => void {
  WIDE.addEventListener('change', changed);
  return () => WIDE.removeEventListener('change', changed);
}

/** Has the window room for a third column? */
export function useWide(): boolean {
  return useSyncExternalStore(listen, () => WIDE.matches);
}
