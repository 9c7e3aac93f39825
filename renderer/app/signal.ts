/** Listeners of one kind of news. */
export interface Signal<T> {
  readonly listen: (listener: (news: T) => void) => () => void;
  readonly tell: (news: T) => void;
}

export function createSignal<T>(): Signal<T> {
  const listeners = new Set<(news: T) => void>();
  return {
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell(news) {
      for (const listener of [...listeners]) listener(news);
    },
  };
}
