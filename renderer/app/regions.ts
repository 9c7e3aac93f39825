import { isPageHeld } from '../ui/holdPage.ts';

/** The parts of the window that F6 walks, in its order (ux.md, 2.1). An element says which it is with `data-region`. */
export const REGIONS = ['topbar', 'rail', 'canvas', 'dock', 'bottom', 'statusbar'] as const;

const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), textarea:not(:disabled), select:not(:disabled), [tabindex="0"]';

/** Where the person was in each region, to come back to. */
const lastFocus = new WeakMap<Element, HTMLElement>();

/** The last region the keyboard was in, and what had it there. */
let home: { readonly name: string; readonly element: HTMLElement } | null = null;

export function rememberFocus(event: FocusEvent): void {
  const { target } = event;
  const region = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-region]') : null;
  if (!region || !(target instanceof HTMLElement)) return;
  lastFocus.set(region, target);
  home = { name: region.dataset['region'] ?? '', element: target };
}

/** What has the keyboard only because something had to. */
let rescuedTo: Element | null = null;

/** Has nobody chosen where the keyboard is? A screen that opens may take it then. */
export function isFocusFree(): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body || activeElement === rescuedTo;
}

/** Gives the keyboard back to what had it, else to its region, else to the middle of the screen. */
export function rescueFocus(): void {
  bringFocus();
  rescuedTo = document.activeElement;
}

function bringFocus(): void {
  // The page below a dialog takes no keys: the dialog itself has them.
  if (isPageHeld()) return document.querySelector<HTMLElement>('[role="dialog"], [role="alertdialog"]')?.focus();
  if (home?.element.isConnected === true) home.element.focus({ preventScroll: true });
  if (document.activeElement !== document.body) return;
  const region =
    document.querySelector<HTMLElement>(`[data-region="${home?.name ?? 'canvas'}"]`) ??
    // Not every screen has a dock: what one came for is in the middle, and Publish at the top is nobody's by chance.
    document.querySelector<HTMLElement>('[data-region="canvas"]') ??
    document.querySelector<HTMLElement>('[data-region]');
  if (region) enterRegion(region);
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
  // On the canvas the block with the tab stop comes before whatever stands first in the page.
  const stop = region.querySelector<HTMLElement>('.react-flow__node[tabindex="0"]');
  const before = lastFocus.get(region);
  if (before !== undefined && region.contains(before)) return before.focus();
  // Of a large flow only what is in view is on the page: out of sight of its block the keyboard stays with the canvas.
  const surface = region.querySelector('.react-flow__pane')?.closest<HTMLElement>('[data-keys="canvas"]');
  const first = stop ?? surface ?? region.querySelector<HTMLElement>(FOCUSABLE);
  if (first) return first.focus();
  region.tabIndex = -1;
  region.focus();
}
