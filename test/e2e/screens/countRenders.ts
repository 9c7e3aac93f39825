/** A fiber of React, as much of it as is needed to tell whether its component was called for the last commit. */
interface Fiber {
  readonly tag: number;
  readonly flags: number;
  readonly alternate: Fiber | null;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
}

declare global {
  interface Window {
    /** How often components were called since the count was last set to 0. */
    renders?: number;
  }
}

/** Counts calls of components in the product as it is built, by the hook that React's own tools use. Runs in the window. */
export function countRenders(): void {
  const CALLED = 1;
  const FUNCTIONS = new Set([0, 11, 14, 15]);
  window.renders = 0;
  const count = (fiber: Fiber, before: Fiber | null): void => {
    const old = new Set<Fiber>();
    for (let child = before?.child ?? null; child; child = child.sibling) old.add(child);
    for (let child = fiber.child; child; child = child.sibling) {
      // The very same fiber as before: nothing under it was looked at.
      if (old.has(child)) continue;
      const isNew = child.alternate === null;
      if (FUNCTIONS.has(child.tag) && (isNew || (child.flags & CALLED) !== 0))
        window.renders = (window.renders ?? 0) + 1;
      count(child, child.alternate);
    }
  };
  Object.assign(window, {
    __REACT_DEVTOOLS_GLOBAL_HOOK__: {
      supportsFiber: true,
      renderers: new Map(),
      inject: () => 1,
      onCommitFiberRoot: (_: number, root: { readonly current: Fiber }) => count(root.current, root.current.alternate),
      onCommitFiberUnmount: () => undefined,
      onPostCommitFiberRoot: () => undefined,
    },
  });
}
