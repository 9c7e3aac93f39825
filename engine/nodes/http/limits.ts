/** Seconds a customer may be kept waiting, and attempts after the first. */
export const TIMEOUT = { min: 1, max: 30, usual: 10 } as const;
export const RETRIES = { min: 0, max: 3, usual: 1 } as const;

/** The figure an author gave, within its bounds. */
export function within(value: number | undefined, limits: typeof TIMEOUT | typeof RETRIES): number {
  return Math.min(limits.max, Math.max(limits.min, value ?? limits.usual));
}
