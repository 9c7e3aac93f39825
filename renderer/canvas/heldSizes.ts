import { type Size, useCanvasView } from './view.ts';

type Sizes = Readonly<Record<string, Size>>;
const NONE: Sizes = {};
let held = NONE;

/**
 * Cards of a large flow that are measured while the view moves are close to what was guessed of them. What they really
 * measure is taken in where the view comes to rest: the whole scene is gone through for it.
 */
export function noteSizes(sizes: Sizes, canWait: boolean): void {
  held = { ...held, ...sizes };
  if (!canWait) takeHeldSizes();
}

export function takeHeldSizes(): void {
  if (held === NONE) return;
  const sizes = held;
  held = NONE;
  useCanvasView.setState((view) => ({ sizes: { ...view.sizes, ...sizes } }));
}
