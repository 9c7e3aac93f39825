import type { Point } from '../../editor/draft.ts';
import type { EdgeRef } from '../../editor/edges.ts';
import { takesInput } from '../../editor/nodeData.ts';
import type { Box } from '../../editor/boxMath.ts';
import { openFlowOf, useEditor } from '../../editor/store.ts';
import { blockTitle, kindWord } from '../../nodes/blockTitle.ts';
import { openBoxes } from '../boxes.ts';

type Way = 'left' | 'right' | 'up' | 'down';

export interface Target {
  readonly id: string;
  readonly box: Box;
  /** What it is called, and by what it is found. */
  readonly name: string;
  readonly words: string;
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е');
}

/** Blocks a connection from this output may lead to, in reading order; with a filter, those that are called so. */
export function targetsFor(from: EdgeRef, filter: string): readonly Target[] {
  const state = useEditor.getState();
  const boxes = openBoxes();
  const wanted = fold(filter.trim());
  return (openFlowOf(state)?.nodes ?? [])
    .flatMap((node) => {
      const box = boxes.get(node.id);
      if (!box || node.id === from.node || !takesInput(node)) return [];
      const name = blockTitle(node);
      const words = fold(`${name} ${kindWord(node.kind)}`);
      return words.includes(wanted) ? [{ id: node.id, box, name, words }] : [];
    })
    .toSorted((a, b) => a.box.x - b.box.x || a.box.y - b.box.y);
}

/** The best of those a filter leaves: whose name begins so, else in which a word does, else any. */
export function bestTarget(targets: readonly Target[], filter: string): Target | undefined {
  const wanted = fold(filter.trim());
  return (
    targets.find(({ name }) => fold(name).startsWith(wanted)) ??
    targets.find(({ words }) => words.split(/[\s,.«»"]+/u).some((word) => word.startsWith(wanted))) ??
    targets[0]
  );
}

function middle(box: Box): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The nearest in this direction, straight ahead before aside; null = there is none. */
export function targetTowards(targets: readonly Target[], from: Box, way: Way): Target | null {
  const here = middle(from);
  const isFlat = way === 'left' || way === 'right';
  const sign = way === 'right' || way === 'down' ? 1 : -1;
  let found: Target | null = null;
  let least = Infinity;
  for (const target of targets) {
    const there = middle(target.box);
    const dx = there.x - here.x;
    const dy = there.y - here.y;
    const ahead = (isFlat ? dx : dy) * sign;
    const cost = ahead + 2 * Math.abs(isFlat ? dy : dx);
    if (ahead > 0 && cost < least) [found, least] = [target, cost];
  }
  return found;
}
