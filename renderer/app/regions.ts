/** The parts of the window that F6 walks, in its order (ux.md, 2.1). An element says which it is with `data-region`. */
export const REGIONS = ['topbar', 'rail', 'canvas', 'dock', 'bottom', 'statusbar'] as const;

const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), textarea:not(:disabled), select:not(:disabled), [tabindex="0"]';

/** Where the person was in each region, to come back to. */
const lastFocus = new WeakMap<Element, HTMLElement>();

export function rememberFocus(event: FocusEvent): void {
  const region = event.target instanceof HTMLElement ? event.target.closest('[data-region]') : null;
  if (region && event.target instanceof HTMLElement) lastFocus.set(region, event.target);
}

/** Moves the focus to the next region that is on the page. */
export function stepRegion(step: 1 | -1): void {
  const present = REGIONS.map((name) => document.querySelector<HTMLElement>(`[data-region="${name}"]`)).filter(
    (region) => region !== null,
  );
  const here = present.findIndex((region) => region.contains(document.activeElement));
  const start = here === -1 && step === -1 ? 0 : here;
  const next = present[(start + step + present.length) % present.length];
  if (next) enterRegion(next);
}

function enterRegion(region: HTMLElement): void {
  const before = lastFocus.get(region);
  if (before !== undefined && region.contains(before)) return before.focus();
  const first = region.querySelector<HTMLElement>(FOCUSABLE);
  if (first) return first.focus();
  region.tabIndex = -1;
  region.focus();
}
