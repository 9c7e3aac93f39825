import { create } from 'zustand';
import { copyOf } from '../../copy/i18n.ts';
import { announce } from '../../editor/announcer.ts';
import type { EdgeRef } from '../../editor/edges.ts';
import { matchShortcut } from '../../ui/shortcut.ts';
import { openBoxes } from '../boxes.ts';
import type { CanvasActions } from '../canvasActions.ts';
import { cardElement, focusBlock } from '../focusBlock.ts';
import { hint } from '../hint.ts';
import { useCanvasView } from '../view.ts';
import { bestTarget, type Target, targetsFor, targetTowards } from './targets.ts';

/** While an output waits for its target (`view.connecting`): what was typed, and the block the keys are at. */
export const useConnectMode = create<{ readonly filter: string; readonly at: string | null }>(() => ({
  filter: '',
  at: null,
}));

const ARROWS = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' } as const;

function isArrow(key: string): key is keyof typeof ARROWS {
  return Object.hasOwn(ARROWS, key);
}

/** Leaves the mode; the keyboard goes back to the output it began at. */
export function leaveConnecting(): void {
  const { connecting } = useCanvasView.getState();
  if (!connecting) return;
  useCanvasView.setState({ connecting: null });
  announce(copyOf('canvas')('saidConnectLeft'));
  const { node, exit } = connecting;
  focusBlock(node, { exit });
}

function goTo(target: Target, all: readonly Target[], actions: CanvasActions): void {
  useConnectMode.setState({ at: target.id });
  actions.show([target.id]);
  focusBlock(target.id, { select: false });
  const at = all.findIndex(({ id }) => id === target.id) + 1;
  announce(copyOf('canvas')('saidTarget', { name: target.name, at, count: all.length }));
}

export function filterTargets(from: EdgeRef, filter: string, actions: CanvasActions): void {
  useConnectMode.setState({ filter, at: null });
  const found = targetsFor(from, filter);
  const best = filter === '' ? undefined : bestTarget(found, filter);
  if (best) goTo(best, found, actions);
  else if (filter !== '') announce(copyOf('canvas')('saidNoTarget'));
}

function step(from: EdgeRef, event: KeyboardEvent, actions: CanvasActions): void {
  const { filter, at } = useConnectMode.getState();
  const all = targetsFor(from, filter);
  const here = openBoxes().get(at ?? from.node);
  let next: Target | null | undefined;
  if (isArrow(event.key)) next = here ? targetTowards(all, here, ARROWS[event.key]) : all[0];
  else {
    const index = all.findIndex(({ id }) => id === at);
    next = all.at((index + (event.shiftKey ? -1 : 1) + (index < 0 && event.shiftKey ? 1 : 0)) % all.length);
  }
  if (next) goTo(next, all, actions);
}

/** Is this N, for a new block? On a Cyrillic board the same key types «т», which may begin a name: then it searches. */
function meansNew(event: KeyboardEvent, from: EdgeRef, filter: string): boolean {
  if (filter !== '' || !matchShortcut(event, 'N')) return false;
  const letter = event.key.toLowerCase();
  if (letter === 'n') return true;
  return !targetsFor(from, '').some(({ words }) => words.split(/\s+/u).some((word) => word.startsWith(letter)));
}

/** The keys of the mode: arrows and Tab choose, letters search, Enter connects, N adds, Esc leaves. */
export function takeConnectKey(event: KeyboardEvent, from: EdgeRef, actions: CanvasActions): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const { filter, at } = useConnectMode.getState();
  if (event.key === 'Escape') leaveConnecting();
  else if (isArrow(event.key) || event.key === 'Tab') step(from, event, actions);
  else if (event.key === 'Enter') {
    if (at !== null) actions.connect(from, at);
    else hint(copyOf('canvas')('connectHow'));
  } else if (event.key === 'Backspace') filterTargets(from, [...filter].slice(0, -1).join(''), actions);
  else if (meansNew(event, from, filter)) {
    cardElement(from.node)?.focus({ preventScroll: true });
    actions.openAfter(from);
  } else if ([...event.key].length === 1 && (event.key !== ' ' || filter !== ''))
    filterTargets(from, filter + event.key, actions);
  else return false;
  return true;
}
