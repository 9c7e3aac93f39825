/**
 * How often something that can happen anywhere (a command, a person taking over) is tried. From everywhere it would only
 * multiply the states; from a few places it shows all it can do.
 */
export interface Allowance {
  /** Once less from now on; false = spent. */
  take(what: string, times: number): boolean;
}

export function createAllowance(): Allowance {
  const taken = new Map<string, number>();
  return {
    take(what, times) {
      const count = taken.get(what) ?? 0;
      if (count >= times) return false;
      taken.set(what, count + 1);
      return true;
    },
  };
}
