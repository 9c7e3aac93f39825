import type { ReactFlowInstance } from '@xyflow/react';
import { createContext, use } from 'react';
import type { KindName } from '../../engine/nodes/kind.ts';
import { type Copy, copyOf } from '../copy/i18n.ts';
import { announce } from '../editor/announcer.ts';
import { placeClip, readClip, takeClip, writeClip } from '../editor/clipboard.ts';
import { canRemove } from '../editor/commands/removeSelection.ts';
import { type Point, snap } from '../editor/draft.ts';
import { type EdgeRef, edgeOf } from '../editor/edges.ts';
import { factsOf } from '../editor/factsOf.ts';
import { newBlock } from '../editor/newBlock.ts';
import { exitsOf, takesInput } from '../editor/nodeData.ts';
import { freeSpot } from '../editor/place.ts';
import { nodeOf, openFlowOf, useEditor } from '../editor/store.ts';
import { previousBlock } from '../editor/walk.ts';
import { blockTitle } from '../nodes/blockTitle.ts';
import { exitTitle } from '../nodes/exitTitle.ts';
import { useSimulator } from '../simulator/store.ts';
import { addThrough } from './addThrough.ts';
import { bringIntoView } from './bringIntoView.ts';
import { openBoxes } from './boxes.ts';
import { focusBlock } from './focusBlock.ts';
import type { BlockNode, LinkEdge } from './project.ts';
import { type Door, type PickerRequest, useCanvasView } from './view.ts';

/** How far a duplicate and a second paste stand from the first (px). */
const STEP_ASIDE = 32;

export interface CanvasActions {
  readonly openPicker: (request: PickerRequest) => void;
  /** «+» on an output, or N on it. */
  readonly openAfter: (from: EdgeRef) => void;
  /** After the current block by its first free output; with nothing selected or `loose`, in the middle of the view. */
  readonly openAtCurrent: (loose: boolean) => void;
  readonly add: (kind: KindName, door: Door, loose: boolean) => void;
  readonly startConnecting: (from: EdgeRef) => void;
  readonly connect: (from: EdgeRef, target: string) => void;
  readonly selectEdge: (key: string, caption: string) => void;
  readonly remove: () => void;
  readonly cut: () => void;
  readonly copy: () => void;
  /** Null = what was copied in this window. */
  readonly paste: (text: string | null) => void;
  readonly duplicate: () => void;
  readonly selectAll: () => void;
  readonly testFrom: (node: string) => void;
  /** The middle of what is on screen, on the canvas. */
  readonly centre: () => Point;
}

export const CanvasActionsContext = createContext<CanvasActions | null>(null);

export function useCanvasActions(): CanvasActions {
  const actions = use(CanvasActionsContext);
  if (!actions) throw new Error('outside the canvas');
  return actions;
}

/** What was copied last, for when the system's clipboard can't be read. */
let copied: string | null = null;

/** What the canvas does, for keys, menus and the pointer alike. `element`: the canvas on the page. */
export function createCanvasActions(
  flow: ReactFlowInstance<BlockNode, LinkEdge>,
  element: () => HTMLElement | null,
): CanvasActions {
  // Asked for anew each time: the person may change the language while the canvas is open.
  const t = (): Copy<'canvas'> => copyOf('canvas');
  const editor = useEditor.getState;

  function middle(): Point {
    const box = element()?.getBoundingClientRect() ?? new DOMRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  function centre(): Point {
    return flow.screenToFlowPosition(middle());
  }

  function picked(selector: string): Point {
    const box = element()?.querySelector(selector)?.getBoundingClientRect();
    return box ? { x: box.right, y: box.bottom } : middle();
  }

  function show(...ids: readonly string[]): void {
    const canvas = element()?.getBoundingClientRect();
    const boxes = openBoxes();
    if (canvas)
      bringIntoView(
        flow,
        canvas,
        ids.flatMap((id) => boxes.get(id) ?? []),
        'ifHidden',
      );
  }

  function openPicker(request: PickerRequest): void {
    if (!editor().readOnly) useCanvasView.setState({ picker: request, connecting: null, editing: null });
  }

  function openAfter(from: EdgeRef): void {
    const screen = picked(`[data-testid="add-${CSS.escape(from.node)}-${CSS.escape(from.exit)}"]`);
    openPicker({ screen, door: { to: 'exit', from } });
  }

  function connect(from: EdgeRef, target: string): void {
    const state = editor();
    const to = nodeOf(state, target);
    const source = nodeOf(state, from.node);
    useCanvasView.setState({ connecting: null });
    if (!to || !source) return;
    if (!takesInput(to)) return announce(t()('saidEntry'));
    if (!state.run('connect', { flow: state.flowId, ...from, target })) return;
    const specs = exitsOf(source, factsOf(state.bot));
    const at = specs.findIndex((spec) => spec.id === from.exit);
    const spec = specs[at];
    const exit = spec ? exitTitle(spec, at) : from.exit;
    announce(t()('saidConnected', { exit, target: blockTitle(to) }));
  }

  function removeSelected(cut: boolean): void {
    const state = editor();
    const { nodes, edges } = state.selection;
    const all = openFlowOf(state);
    if (!all || nodes.length + edges.length === 0) return;
    const gone = nodes.flatMap((id) => nodeOf(state, id) ?? []).filter((node) => canRemove(node.kind));
    if (gone.length < nodes.length) announce(t()('saidStartStays'));
    const places = state.bot.layout?.[all.id]?.nodes ?? {};
    const [first] = gone;
    const ids = new Set(gone.map((node) => node.id));
    const back = first && previousBlock(all, places, first.id);
    const rest = all.nodes.find((node) => !ids.has(node.id))?.id ?? null;
    if (!state.run('removeSelection', { flow: all.id, nodes, edges, ...(cut ? { cut } : {}) })) return;
    if (gone.length === 1 && first) announce(t()('saidRemoved', { name: blockTitle(first) }));
    else if (gone.length > 1) announce(t()('saidRemovedMany', { count: gone.length }));
    else announce(t()('saidDisconnected'));
    const next = first ? (back && !ids.has(back) ? back : rest) : edgeOf(edges[0] ?? '[]').node;
    if (next) focusBlock(next);
  }

  function copySelected(): boolean {
    const state = editor();
    const clip = takeClip(state.bot, state.flowId, state.selection.nodes);
    if (clip.nodes.length === 0) return false;
    copied = writeClip(clip, state.bot.language);
    // The system's clipboard may be refused to us; the copy of this window is there anyway.
    void writeSystemClipboard(copied);
    announce(t()('saidCopied', { count: clip.nodes.length }));
    return true;
  }

  function put(text: string, at: Point | null, duplicate: boolean): void {
    const state = editor();
    const clip = readClip(text);
    if (!clip) return announce(t()('saidNothingToPaste'));
    const boxes = [...openBoxes().values()];
    const extent = extentOf(clip.positions);
    const wanted = at ?? snap({ x: centre().x - extent.width / 2, y: centre().y - extent.height / 2 });
    const spot = freeSpot({ ...wanted, ...extent }, boxes);
    const placed = placeClip(clip, state.bot, spot);
    if (!state.run('paste', { flow: state.flowId, ...placed, ...(duplicate ? { duplicate } : {}) })) return;
    state.select({ nodes: placed.nodes.map((node) => node.id) });
    announce(t()('saidPasted', { count: placed.nodes.length }));
    const last = placed.nodes.at(-1);
    if (last) focusBlock(last.id, { select: false, then: () => show(...placed.nodes.map((node) => node.id)) });
  }

  return {
    openPicker,
    openAfter,
    openAtCurrent(loose) {
      const state = editor();
      const node = loose ? undefined : nodeOf(state, state.selection.nodes.at(-1) ?? '');
      const free = node ? exitsOf(node, factsOf(state.bot)).filter((exit) => node.exits?.[exit.id] === undefined) : [];
      const exit = free.find((spec) => !spec.dashed) ?? free.find((spec) => spec.required);
      if (node && exit) openAfter({ node: node.id, exit: exit.id });
      else openPicker({ screen: middle(), door: { to: 'canvas', at: centre() } });
    },
    add(kind, door, loose) {
      const state = editor();
      const block = newBlock(state.bot, kind);
      const args = addThrough(door, block, loose);
      useCanvasView.setState({ picker: null });
      if (!args || !state.run('addNode', args)) return;
      const after = args.from && nodeOf(state, args.from.node);
      const name = blockTitle(block);
      announce(after ? t()('saidAddedAfter', { name, after: blockTitle(after) }) : t()('saidAdded', { name }));
      focusBlock(block.id, { edit: true, then: () => show(block.id) });
    },
    startConnecting(from) {
      if (editor().readOnly) return;
      const { connecting } = useCanvasView.getState();
      const isSame = connecting?.node === from.node && connecting.exit === from.exit;
      useCanvasView.setState({ connecting: isSame ? null : from });
      if (!isSame) announce(t()('connecting'));
    },
    connect,
    selectEdge(key) {
      editor().select({ edges: [key] });
      announce(t()('saidSelected'));
    },
    remove: () => removeSelected(false),
    cut() {
      if (copySelected()) removeSelected(true);
    },
    copy: () => void copySelected(),
    paste(text) {
      if (editor().readOnly) return;
      const clip = text !== null && readClip(text) ? text : copied;
      if (clip === null || (text !== null && text.trim() !== '' && !readClip(text))) {
        announce(t()('saidNothingToPaste'));
        return;
      }
      put(clip, null, false);
    },
    duplicate() {
      const state = editor();
      const clip = takeClip(state.bot, state.flowId, state.selection.nodes);
      if (clip.nodes.length === 0 || state.readOnly) return;
      const ids = new Set(clip.nodes.map((node) => node.id));
      const boxes = [...openBoxes()].filter(([id]) => ids.has(id)).map(([, box]) => box);
      const at = {
        x: Math.min(...boxes.map((b) => b.x)) + STEP_ASIDE,
        y: Math.min(...boxes.map((b) => b.y)) + STEP_ASIDE,
      };
      put(writeClip(clip, state.bot.language), at, true);
    },
    selectAll() {
      const nodes = (openFlowOf(editor())?.nodes ?? []).map((node) => node.id);
      editor().select({ nodes });
      announce(t()('saidSelectedAll', { count: nodes.length }));
    },
    testFrom(node) {
      editor().test();
      useSimulator.getState().startHere({ flow: editor().flowId, node });
    },
    centre,
  };
}

/** Not there at all on a page that is not served securely (headless mode over plain HTTP). */
async function writeSystemClipboard(text: string): Promise<void> {
  if (!window.isSecureContext) return;
  await navigator.clipboard.writeText(text).catch(() => undefined);
}

function extentOf(positions: Readonly<Record<string, Point>>): { width: number; height: number } {
  const places = Object.values(positions);
  return {
    width: Math.max(...places.map((p) => p.x)) + 264,
    height: Math.max(...places.map((p) => p.y)) + 128,
  };
}
