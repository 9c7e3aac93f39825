import { useReactFlow } from '@xyflow/react';
import type { KeyboardEvent } from 'react';
import { isTyping, matchShortcut } from '../ui/shortcut.ts';
import { copyOf } from '../copy/i18n.ts';
import { announce } from '../editor/announcer.ts';
import { type Point, positionOf, snap } from '../editor/draft.ts';
import { factsOf } from '../editor/factsOf.ts';
import { nodeOf, openFlowOf, useEditor } from '../editor/store.ts';
import { firstBlock, neighbour, nextBlock, previousBlock } from '../editor/walk.ts';
import { motionMs } from './bringIntoView.ts';
import type { CanvasActions } from './canvasActions.ts';
import { canvasElement } from './focusBlock.ts';
import { sayWhere } from './sayWhere.ts';
import { editOnCard, useCanvasView } from './view.ts';

type Way = 'left' | 'right' | 'up' | 'down';
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

/** The block the keys are about: the one with the focus, else the last selected. */
function currentNode(): string | null {
  const { current } = useCanvasView.getState();
  const state = useEditor.getState();
  const last = state.selection.nodes.at(-1) ?? null;
  return current !== null && nodeOf(state, current) ? current : last;
}

function walk(way: Way): void {
  const state = useEditor.getState();
  const flow = openFlowOf(state);
  const id = currentNode() ?? (flow ? firstBlock(flow) : null);
  const node = id === null ? undefined : nodeOf(state, id);
  if (!flow || !node || id === null) return;
  const places = state.bot.layout?.[flow.id]?.nodes ?? {};
  const t = copyOf('canvas');
  const next =
    way === 'right'
      ? nextBlock(flow, factsOf(state.bot), node)
      : way === 'left'
        ? previousBlock(flow, places, id)
        : neighbour(flow, places, id, way);
  if (next !== null) state.goTo(flow.id, next, { view: 'ifHidden' });
  else if (way === 'right') announce(t('saidNoWay'));
  else if (way === 'left') announce(t('saidNoWayBack'));
}

function nudge(way: Way, big: boolean): void {
  const state = useEditor.getState();
  const id = currentNode();
  const nodes = state.selection.nodes.length > 0 ? state.selection.nodes : id === null ? [] : [id];
  const step = STEPS[way];
  const by = big ? BIG_STEP : 1;
  const positions = nodes.map((node) => {
    const at = positionOf(state.bot, state.flowId, node);
    return [node, snap({ x: at.x + step.x * by, y: at.y + step.y * by })] as const;
  });
  if (state.run('moveNodes', { flow: state.flowId, positions: Object.fromEntries(positions), mergeKey: 'keys' })) {
    sayWhere(nodes);
  }
}

/** One rung of the ladder a press: a mode, a text, the inside of a card, the selection (ux.md, 3.1). */
function escape(): void {
  const view = useCanvasView.getState();
  const state = useEditor.getState();
  const card = document.activeElement?.closest<HTMLElement>('.react-flow__node');
  if (view.connecting) useCanvasView.setState({ connecting: null });
  else if (card && card !== document.activeElement) card.focus();
  else if (state.selection.nodes.length + state.selection.edges.length > 0) state.select({});
}

/** The keys of the canvas (ux.md, 3.3 and 3.4), taken before React Flow sees them: arrows walk there, they don't move. */
export function useCanvasKeys(actions: CanvasActions): (event: KeyboardEvent) => void {
  const view = useReactFlow();

  const table: readonly (readonly [string, () => void])[] = [
    ['Mod+C', actions.copy],
    ['Mod+X', actions.cut],
    ['Mod+D', actions.duplicate],
    ['Mod+A', actions.selectAll],
    ['Delete', actions.remove],
    ['Backspace', actions.remove],
    ['N', () => addHere(actions, false)],
    ['Shift+N', () => actions.openAtCurrent(true)],
    ['C', () => connectHere(actions)],
    ['D', toggleCurrent],
    ['F2', () => withCurrent((id) => editOnCard(id, 'name'))],
    ['Mod+Enter', () => withCurrent(actions.testFrom)],
    ['Home', () => withFirst((id, flow) => useEditor.getState().goTo(flow, id))],
    ['M', () => useCanvasView.setState(({ minimap }) => ({ minimap: !(minimap ?? isMapShown()) }))],
    ['Mod+=', () => void view.zoomTo(stepZoom(view.getZoom(), 1), { duration: motionMs(140) })],
    ['Mod+-', () => void view.zoomTo(stepZoom(view.getZoom(), -1), { duration: motionMs(140) })],
    ['Mod+0', () => void view.zoomTo(1, { duration: motionMs(140) })],
    ['Shift+1', () => void view.fitView({ padding: 0.1, maxZoom: 1, duration: motionMs(320) })],
    [
      'Shift+2',
      () => fitSelection((nodes) => void view.fitView({ nodes, padding: 0.2, maxZoom: 1, duration: motionMs(320) })),
    ],
    ['PageDown', () => pan(0, -1)],
    ['PageUp', () => pan(0, 1)],
    ['Shift+PageDown', () => pan(-1, 0)],
    ['Shift+PageUp', () => pan(1, 0)],
    ['Esc', escape],
  ];

  function pan(x: number, y: number): void {
    const at = view.getViewport();
    const box = canvasElement()?.getBoundingClientRect();
    if (!box) return;
    void view.setViewport(
      { ...at, x: at.x + x * box.width * 0.8, y: at.y + y * box.height * 0.8 },
      { duration: motionMs(140) },
    );
  }

  return (event) => {
    if (isTyping(event.target) || useCanvasView.getState().picker) return;
    const arrow = ARROWS[event.key];
    const inside = event.target instanceof Element && event.target.closest('button') !== null;
    const take = (act: () => void): void => {
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    if (arrow && !event.ctrlKey && !event.metaKey) {
      if (event.altKey) return take(() => nudge(arrow, event.shiftKey));
      if (inside && (arrow === 'up' || arrow === 'down')) return take(() => stepOutput(event.target as Element, arrow));
      return take(() => walk(arrow));
    }
    // A focused button inside a card has its own Enter and Space.
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !inside)
      return take(() => useEditor.getState().inspect());
    const [, act] = table.find(([shortcut]) => matchShortcut(event, shortcut)) ?? [];
    if (act) take(act);
  };
}

/** N on an output adds after that output; on a card after its first free one. */
function addHere(actions: CanvasActions, loose: boolean): void {
  const output = document.activeElement?.closest<HTMLElement>('[data-output]')?.dataset['output'];
  const node = currentNode();
  if (node !== null && output !== undefined && nodeOf(useEditor.getState(), node)?.exits?.[output] === undefined) {
    actions.openAfter({ node, exit: output });
    return;
  }
  if (node !== null && document.activeElement?.closest('.react-flow__node'))
    useEditor.getState().select({ nodes: [node] });
  actions.openAtCurrent(loose);
}

function connectHere(actions: CanvasActions): void {
  const output = document.activeElement?.closest<HTMLElement>('[data-output]')?.dataset['output'];
  const { connecting } = useCanvasView.getState();
  withCurrent((node) => {
    if (connecting && connecting.node !== node) return actions.connect(connecting, node);
    const card = canvasElement()?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(node)}"]`);
    const exit = output ?? card?.querySelector<HTMLElement>('[data-output]')?.dataset['output'];
    if (exit !== undefined) actions.startConnecting({ node, exit });
  });
}

function stepOutput(button: Element, way: 'up' | 'down'): void {
  const all = [...(button.closest('.react-flow__node')?.querySelectorAll<HTMLElement>('[data-output]') ?? [])];
  const here = all.findIndex((other) => other === button);
  (all[here + (way === 'down' ? 1 : -1)] ?? all.at(way === 'down' ? 0 : -1))?.focus();
}

function toggleCurrent(): void {
  withCurrent((node) => {
    const state = useEditor.getState();
    const block = nodeOf(state, node);
    if (!block || block.kind === 'start') return;
    state.run('setNode', { flow: state.flowId, node, patch: { disabled: block.disabled !== true } });
  });
}

function withCurrent(act: (node: string) => void): void {
  const id = currentNode();
  if (id !== null) act(id);
}

function withFirst(act: (node: string, flow: string) => void): void {
  const flow = openFlowOf(useEditor.getState());
  const id = flow && firstBlock(flow);
  if (flow && id) act(id, flow.id);
}

function fitSelection(fit: (nodes: { id: string }[]) => void): void {
  const { nodes } = useEditor.getState().selection;
  if (nodes.length > 0) fit(nodes.map((id) => ({ id })));
}

/** The next quarter, 25 % to 200 %. */
export function stepZoom(zoom: number, way: 1 | -1): number {
  return Math.min(2, Math.max(0.25, Math.round((zoom + way * 0.25) * 4) / 4));
}

function isMapShown(): boolean {
  return document.querySelector('.react-flow__minimap') !== null;
}
