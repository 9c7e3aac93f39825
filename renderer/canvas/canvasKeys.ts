import type { KeyboardEvent } from 'react';
import { isTyping } from '../ui/shortcut.ts';
import { copyOf } from '../copy/i18n.ts';
import { announce } from '../editor/announcer.ts';
import { factsOf } from '../editor/factsOf.ts';
import { nodeOf, openFlowOf, useEditor } from '../editor/store.ts';
import { itemOf } from '../editor/layoutItem.ts';
import { firstBlock, nextBlock, previousBlock } from '../editor/walk.ts';
import type { CanvasActions } from './canvasActions.ts';
import { currentBlock } from './currentBlock.ts';
import { foldedIn, visibleBoxes } from './items/itemBoxes.ts';
import { nearestThing, nextInColumn, type Way } from './items/walkThings.ts';
import { leaveConnecting } from './modes/connectMode.ts';
import { moveOption } from './moveOption.ts';
import { nudge } from './nudge.ts';
import { cancelTidy } from './tidy/tidyRun.ts';
import { editOnCard, useCanvasView } from './view.ts';

const ARROWS: Readonly<Record<string, Way>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

function walk(way: Way, from: Element): void {
  const state = useEditor.getState();
  const flow = openFlowOf(state);
  const id = currentBlock() ?? (flow ? firstBlock(flow) : null);
  if (!flow || id === null) return;
  const node = nodeOf(state, foldedIn(state, id) ?? id);
  if (!node) return walkFromThing(foldedIn(state, id) ?? id, way);
  const places = state.bot.layout?.[flow.id]?.nodes ?? {};
  const t = copyOf('canvas');
  // Inside a card the way goes on by the output that has the focus.
  const output = from.closest<HTMLElement>('[data-row]')?.dataset['row'];
  if (way === 'right' && output !== undefined) {
    const target = node.exits?.[output];
    if (target !== undefined && nodeOf(state, target)) return state.goTo(flow.id, target, { view: 'ifHidden' });
    return announce(t('saidOutFree'));
  }
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

/** One rung of the ladder a press: a mode, the inside of a card, the selection (ux.md, 3.1). */
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
export function onCanvasKey(event: KeyboardEvent<HTMLElement>, actions: CanvasActions): void {
  const { target } = event;
  // Menus that cards open stand elsewhere on the page, and their keys are theirs.
  if (!(target instanceof Element) || !event.currentTarget.contains(target)) return;
  if (isTyping(target) || useCanvasView.getState().picker) return;
  const isTool = target.closest('[role="toolbar"]') !== null;
  const arrow = ARROWS[event.key];
  const inside = target.closest('button, [role="button"]') !== null;
  const take = (act: () => void): void => {
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  if (arrow && !event.ctrlKey && !event.metaKey && !isTool) {
    const isUpright = arrow === 'up' || arrow === 'down';
    if (event.altKey) return take(() => move(event, arrow, target, actions));
    if (inside && isUpright) return take(() => stepOutput(target, arrow));
    return take(() => walk(arrow, target));
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

/** Alt and an arrow: on an option its place among the others, else the block. */
function move(event: KeyboardEvent, way: Way, target: Element, actions: CanvasActions): void {
  const { readOnly } = useEditor.getState();
  if (readOnly) return announce(copyOf('canvas')('saidReadOnly'));
  const exit = target.closest<HTMLElement>('[data-row]')?.dataset['row'];
  const node = currentBlock();
  if (exit !== undefined && node !== null && (way === 'up' || way === 'down')) {
    if (!event.repeat) moveOption(node, exit, way === 'up' ? -1 : 1);
    return;
  }
  actions.show(nudge(way, { far: event.shiftKey, repeat: event.repeat, at: event.timeStamp }));
}

function stepOutput(button: Element, way: 'up' | 'down'): void {
  const all = [...(button.closest('.react-flow__node')?.querySelectorAll<HTMLElement>('[data-output]') ?? [])];
  const row = button.closest('[data-row]');
  const here = all.findIndex((other) => row?.contains(other) === true);
  (all[here + (way === 'down' ? 1 : -1)] ?? all.at(way === 'down' ? 0 : -1))?.focus();
}
