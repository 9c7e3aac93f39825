/** What the page and tests are told as it happens. `data` is what the control API would answer for the same thing. */
export interface Notice {
  readonly kind: 'message' | 'lead' | 'customer' | 'webhooks' | 'delivery' | 'faults' | 'account';
  readonly data: unknown;
}

export interface Hub {
  readonly tell: (notice: Notice) => void;
  readonly subscribe: (listener: (notice: Notice) => void) => () => void;
  readonly listeners: number;
}

export function createHub(): Hub {
  const all = new Set<(notice: Notice) => void>();
  return {
    tell(notice) {
      for (const listener of all) listener(notice);
    },
    subscribe(listener) {
      all.add(listener);
      return () => all.delete(listener);
    },
    get listeners() {
      return all.size;
    },
  };
}
