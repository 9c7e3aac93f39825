import type { TidyBlock } from './tidyInput.ts';

export interface Walk {
  /** Blocks in the order a reader meets them: from where conversations begin, output by output. */
  readonly order: readonly string[];
  /** «from→to» of connections that lead back to where the reader has been: they shape no column. */
  readonly back: ReadonlySet<string>;
}

export function pairKey(from: string, to: string): string {
  return `${from}\u0000${to}`;
}

/** One walk in depth. A loop is opened where it closes, so a menu stays left of everything that returns to it. */
export function walkFlow(blocks: readonly TidyBlock[]): Walk {
  const byId = new Map(blocks.map((block) => [block.id, block]));
  const entered = new Set(blocks.flatMap((block) => block.targets));
  const rank = (block: TidyBlock): number => (block.entry ? 0 : entered.has(block.id) ? 2 : 1);
  const roots = blocks.toSorted((a, b) => rank(a) - rank(b));
  const state = new Map<string, 'open' | 'done'>();
  const order: string[] = [];
  const back = new Set<string>();

  for (const root of roots) {
    if (state.has(root.id)) continue;
    // By hand, not by recursion: a flow of thousands of blocks in a row is no reason to run out of stack.
    const path: { id: string; next: number }[] = [{ id: root.id, next: 0 }];
    state.set(root.id, 'open');
    order.push(root.id);
    for (let here = path.at(-1); here !== undefined; here = path.at(-1)) {
      const target = byId.get(here.id)?.targets[here.next];
      here.next += 1;
      if (target === undefined) {
        state.set(here.id, 'done');
        path.pop();
      } else if (state.get(target) === 'open') {
        back.add(pairKey(here.id, target));
      } else if (!state.has(target) && byId.has(target)) {
        state.set(target, 'open');
        order.push(target);
        path.push({ id: target, next: 0 });
      }
    }
  }
  return { order, back };
}
