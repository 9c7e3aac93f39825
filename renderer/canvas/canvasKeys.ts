import type { KeyboardEvent } from 'react';
import { isTyping } from '../ui/shortcut.ts';
import { copyOf } from '../copy/i18n.ts';
import { announce } from '../editor/announcer.ts';
import { type Point, positionOf, snap } from '../editor/draft.ts';
import { factsOf } from '../editor/factsOf.ts';
import { nodeOf, openFlowOf, useEditor } from '../editor/store.ts';
import { itemOf } from '../editor/layoutItem.ts';
import { firstBlock, nextBlock, previousBlock } from '../editor/walk.ts';
import { currentBlock, focusedOutput, withCurrent } from './currentBlock.ts';
import { foldedIn, visibleBoxes, withContent } from './items/itemBoxes.ts';
import { nearestThing, nextInColumn, type Way } from './items/walkThings.ts';
import { leaveConnecting } from './modes/connectMode.ts';
import { moveOption } from './moveOption.ts';
import { sayWhere } from './sayWhere.ts';
import { cancelTidy } from './tidy/tidyRun.ts';
import { editOnCard, useCanvasView } from './view.ts';

const ARROWS: Readonly<Record<string, Way>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const STEPS: Readonly<Record<Way, Point>> = {
  left: { x: -8, y: 0 },
  right: { x: 8, y: 0 },
  up: { x: 0, y: -8 },
  down: { x: 0, y: 8 },
};
const BIG_STEP = 5;

function walk(way: Way): void {
  const state = useEditor.getState();
  const flow = openFlowOf(state);
  const id = currentBlock() ?? (flow ? firstBlock(flow) : null);
  if (!flow || id === null) return;
  const node = nodeOf(state, foldedIn(state, id) ?? id);
  if (!node) return walkFromThing(foldedIn(state, id) ?? id, way);
  const places = state.bot.layout?.[flow.id]?.nodes ?? {};
  const t = copyOf('canvas');
  const next =
    way === 'right'
      ? nextBlock(flow, factsOf(state.bot), node)
      : way === 'left'
        ? previousBlock(flow, places, id)
        : nextInColumn(id, way, visibleBoxes());
  if (next !== null) state.goTo(flow.id, foldedIn(state, next) ?? next, { view: 'ifHidden' });
  else if (way === 'right') announce(t('saidNoWay'));
  else if (way === 'left') announce(t('saidNoWayBack'));
}

/** From a note or a frame it goes by place: no connections lead on from there. */
function walkFromThing(key: string, way: Way): void {
  const next = nearestThing(key, way, visibleBoxes());
  if (next === null) return announce(copyOf('canvas')('saidNothingThere'));
  const { goTo, flowId } = useEditor.getState();
  goTo(flowId, next, { view: 'ifHidden' });
}

function nudge(way: Way, big: boolean): void {
  const state = useEditor.getState();
  const id = currentBlock();
  const chosen = state.selection.nodes.length > 0 ? state.selection.nodes : id === null ? [] : [id];
  const nodes = withContent(chosen);
  const step = STEPS[way];
  const by = big ? BIG_STEP : 1;
  const positions = nodes.map((node) => {
    const at = positionOf(state.bot, state.flowId, node);
    // On the grid along its way; across it a card that stands in line with another stays there.
    const to = snap({ x: at.x + step.x * by, y: at.y + step.y * by });
    return [node, step.x === 0 ? { x: at.x, y: to.y } : { x: to.x, y: at.y }] as const;
  });
  if (state.run('moveNodes', { flow: state.flowId, positions: Object.fromEntries(positions), mergeKey: 'keys' })) {
    sayWhere(chosen);
  }
}

/** One rung of the ladder a press: a mode, a text, the inside of a card, the selection (ux.md, 3.1). */
function escape(): void {
  const view = useCanvasView.getState();
  const state = useEditor.getState();
  const card = document.activeElement?.closest<HTMLElement>('.react-flow__node');
  if (cancelTidy()) return;
  if (view.connecting) leaveConnecting();
  else if (card && card !== document.activeElement) card.focus();
  else if (state.selection.nodes.length + state.selection.edges.length > 0) state.select({});
}

/** The keys that mean something of their own on the canvas: arrows, Enter and Esc; the others are actions. */
export function onCanvasKey(event: KeyboardEvent): void {
  if (isTyping(event.target) || useCanvasView.getState().picker) return;
  const arrow = ARROWS[event.key];
  const inside = event.target instanceof Element && event.target.closest('button') !== null;
  const take = (act: () => void): void => {
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  if (arrow && !event.ctrlKey && !event.metaKey) {
    const output = inside && event.altKey && (arrow === 'up' || arrow === 'down') ? focusedOutput() : undefined;
    if (output !== undefined)
      return take(() => withCurrent((node) => moveOption(node, output, arrow === 'up' ? -1 : 1)));
    if (event.altKey) return take(() => nudge(arrow, event.shiftKey));
    if (inside && (arrow === 'up' || arrow === 'down')) return take(() => stepOutput(event.target as Element, arrow));
    return take(() => walk(arrow));
  }
  if (event.key === 'Escape') return take(escape);
  // A focused button inside a card has its own Enter and Space.
  if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !inside) take(open);
}

/** A block opens in the dock; a note and a frame are written where they stand. */
function open(): void {
  const current = currentBlock();
  const state = useEditor.getState();
  if (current === null || !itemOf(current)) state.inspect();
  else if (!state.readOnly) editOnCard(current, 'name');
}

function stepOutput(button: Element, way: 'up' | 'down'): void {
  const all = [...(button.closest('.react-flow__node')?.querySelectorAll<HTMLElement>('[data-output]') ?? [])];
  const here = all.findIndex((other) => other === button);
  (all[here + (way === 'down' ? 1 : -1)] ?? all.at(way === 'down' ? 0 : -1))?.focus();
}
