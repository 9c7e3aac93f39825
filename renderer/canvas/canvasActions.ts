import type { ReactFlowInstance } from '@xyflow/react';
import { createContext, use } from 'react';
import { edgesOf } from '../../engine/flow/graph.ts';
import type { KindName } from '../../engine/nodes/kind.ts';
import { type Copy, copyOf } from '../copy/i18n.ts';
import { announce } from '../editor/announcer.ts';
import { canRemove } from '../editor/commands/removeSelection.ts';
import type { Point } from '../editor/draft.ts';
import { type EdgeRef, edgeOf } from '../editor/edges.ts';
import { factsOf } from '../editor/factsOf.ts';
import { newBlock } from '../editor/newBlock.ts';
import { itemKeys, itemOf } from '../editor/layoutItem.ts';
import { exitsOf, takesInput } from '../editor/nodeData.ts';
import { refuseWriting } from '../editor/refuseWriting.ts';
import { nodeOf, openFlowOf, useEditor } from '../editor/store.ts';
import { previousBlock } from '../editor/walk.ts';
import { blockTitle } from '../nodes/blockTitle.ts';
import { useSimulator } from '../simulator/store.ts';
import { addThrough } from './addThrough.ts';
import { bringIntoView, motionMs } from './bringIntoView.ts';
import { createClipActions } from './clipActions.ts';
import { connectBlocks } from './connectBlocks.ts';
import { cardElement, focusBlock } from './focusBlock.ts';
import { visibleBoxes } from './items/itemBoxes.ts';
import { removeThings } from './items/removeThings.ts';
import type { CanvasNode, LinkEdge } from './project.ts';
import { HANDLES_FROM } from './useDensity.ts';
import { pointerOver } from './pointerOver.ts';
import { focusedRow, keepFocus, rememberOpener } from './opener.ts';
import { type Door, type PickerRequest, useCanvasView } from './view.ts';
import { fitBoxes } from './fitBoxes.ts';
import { hint } from './hint.ts';
import { bridgeSelected, pinSelected } from './selectedBlocks.ts';
import { runTidy } from './tidy/tidyRun.ts';

const TIDY_MS = 320;

export interface CanvasActions {
  readonly openPicker: (request: PickerRequest) => void;
  /** «+» on an output, or N on it. */
  readonly openAfter: (from: EdgeRef) => void;
  /** After the current block by its first free output; with nothing selected or `loose`, in the middle of the view. */
  readonly openAtCurrent: (loose: boolean) => void;
  readonly add: (kind: KindName, door: Door, loose: boolean) => void;
  /** A click on an output that is too small to be used brings it near. False = it is near enough. */
  readonly zoomToOutput: (row: Element) => boolean;
  readonly startConnecting: (from: EdgeRef) => void;
  /** `instead`: the connection whose beginning was taken there. */
  readonly connect: (from: EdgeRef, target: string, instead?: EdgeRef) => void;
  readonly selectEdge: (key: string, caption: string) => void;
  readonly remove: () => void;
  /** Deletes the selected block and joins what it stood between, or says why not. */
  readonly bridge: () => void;
  /** Lays out the selected blocks, or the flow. */
  readonly tidy: () => void;
  /** Pins the selected blocks in place, or lets them go. */
  readonly pin: () => void;
  /** Brings these blocks into view, if they are not. */
  readonly show: (ids: readonly string[]) => void;
  readonly cut: () => void;
  readonly copy: () => void;
  /** Null = what was copied in this window. */
  readonly paste: (text: string | null) => void;
  readonly duplicate: () => void;
  readonly selectAll: () => void;
  readonly testFrom: (node: string) => void;
  /** The middle of what is on screen, on the canvas. */
  readonly centre: () => Point;
  /** Under the pointer, if it is over the canvas; else the middle. */
  readonly place: () => Point;
}

export const CanvasActionsContext = createContext<CanvasActions | null>(null);

export function useCanvasActions(): CanvasActions {
  const actions = use(CanvasActionsContext);
  if (!actions) throw new Error('outside the canvas');
  return actions;
}

/** What the canvas does, for keys, menus and the pointer alike. `element`: the canvas on the page. */
export function createCanvasActions(
  flow: ReactFlowInstance<CanvasNode, LinkEdge>,
  element: () => HTMLElement | null,
): CanvasActions {
  // Asked for anew each time: the person may change the language while the canvas is open.
  const t = (): Copy<'canvas'> => copyOf('canvas');
  const editor = useEditor.getState;

  function middle(): Point {
    const box = element()?.getBoundingClientRect() ?? new DOMRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  /** Beside the row of the block list that has the keyboard, else in the middle. */
  function pickerSpot(): Point {
    const row = useCanvasView.getState().surface === 'list' ? focusedRow()?.getBoundingClientRect() : undefined;
    return row ? { x: row.left + 64, y: row.top } : middle();
  }

  function centre(): Point {
    return flow.screenToFlowPosition(middle());
  }

  /** Under the pointer while it is over the canvas, else the middle of the view. */
  function place(): Point {
    const pointer = pointerOver(element());
    return pointer ? flow.screenToFlowPosition(pointer) : centre();
  }

  function picked(selector: string): Point {
    if (useCanvasView.getState().surface === 'list') return pickerSpot();
    const box = element()?.querySelector(selector)?.getBoundingClientRect();
    return box ? { x: box.right, y: box.bottom } : middle();
  }

  function show(...ids: readonly string[]): void {
    const canvas = element()?.getBoundingClientRect();
    const boxes = visibleBoxes();
    if (canvas)
      bringIntoView(
        flow,
        canvas,
        ids.flatMap((id) => boxes.get(id) ?? []),
        'ifHidden',
      );
  }

  function openPicker(request: PickerRequest): void {
    if (editor().readOnly) return refuseWriting();
    rememberOpener();
    useCanvasView.setState({ picker: request, connecting: null, editing: null });
  }

  function openAfter(from: EdgeRef): void {
    const screen = picked(`[data-testid="add-${CSS.escape(from.node)}-${CSS.escape(from.exit)}"]`);
    openPicker({ screen, door: { to: 'exit', from } });
  }

  function connect(from: EdgeRef, target: string, instead?: EdgeRef): void {
    const to = nodeOf(editor(), target);
    if (to && !takesInput(to)) return hint(t()('saidReason', { name: blockTitle(to) }));
    useCanvasView.setState({ connecting: null });
    connectBlocks(from, target, instead);
  }

  const clips = createClipActions(place, show);

  function removeSelected(cut: boolean): void {
    const state = editor();
    const { nodes, edges } = state.selection;
    const all = openFlowOf(state);
    if (!all || nodes.length + edges.length === 0) return;
    if (nodes.length > 0 && nodes.every((key) => itemOf(key))) return removeThings(nodes, cut);
    const gone = nodes.flatMap((id) => nodeOf(state, id) ?? []).filter((node) => canRemove(node.kind));
    if (nodes.some((id) => nodeOf(state, id)?.kind === 'start')) hint(t()('saidStartStays'));
    const places = state.bot.layout?.[all.id]?.nodes ?? {};
    const [first] = gone;
    const ids = new Set(gone.map((node) => node.id));
    const back = first && previousBlock(all, places, first.id);
    const links = edgesOf(all).filter((edge) => ids.has(edge.from) || ids.has(edge.to)).length;
    const rest = all.nodes.find((node) => !ids.has(node.id))?.id ?? null;
    if (!state.run('removeSelection', { flow: all.id, nodes, edges, ...(cut ? { cut } : {}) })) return;
    const name = first ? blockTitle(first) : '';
    if (gone.length === 1 && links > 0) announce(t()('saidRemovedWith', { name, count: links }));
    else if (gone.length === 1) announce(t()('saidRemoved', { name }));
    else if (gone.length > 1) announce(t()('saidRemovedMany', { count: gone.length }));
    else announce(t()('saidDisconnected'));
    const next = first ? (back && !ids.has(back) ? back : rest) : edgeOf(edges[0] ?? '[]').node;
    if (next) focusBlock(next, { exit: first ? undefined : edgeOf(edges[0] ?? '[]').exit });
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
      else openPicker({ screen: pickerSpot(), door: { to: 'canvas', at: centre() } });
    },
    add(kind, door, loose) {
      const state = editor();
      const from = door.to === 'exit' ? door.from : door.to === 'edge' ? door.edge : undefined;
      const block = newBlock(state.bot, kind, loose ? undefined : from);
      const args = addThrough(door, block, loose);
      // The search field goes, and the new card is drawn a moment later: meanwhile the canvas has the keyboard.
      useCanvasView.setState({ picker: null });
      keepFocus();
      if (!args || !state.run('addNode', args)) return;
      const after = args.from && nodeOf(state, args.from.node);
      const name = blockTitle(block);
      announce(after ? t()('saidAddedAfter', { name, after: blockTitle(after) }) : t()('saidAdded', { name }));
      focusBlock(block.id, { edit: true, then: () => show(block.id) });
    },
    zoomToOutput(row) {
      if (flow.getZoom() >= HANDLES_FROM) return false;
      const box = row.getBoundingClientRect();
      const at = flow.screenToFlowPosition({ x: box.right, y: box.y + box.height / 2 }, { snapToGrid: false });
      void flow.setCenter(at.x, at.y, { zoom: 1, duration: motionMs(320) });
      row.querySelector<HTMLElement>('[data-output]')?.focus({ preventScroll: true });
      return true;
    },
    startConnecting(from) {
      if (editor().readOnly) {
        refuseWriting();
        return;
      }
      const { connecting } = useCanvasView.getState();
      const isSame = connecting?.node === from.node && connecting.exit === from.exit;
      useCanvasView.setState({ connecting: isSame ? null : from });
      if (isSame) return;
      // The keys of the mode are those of the canvas.
      cardElement(from.node)?.focus({ preventScroll: true });
      announce(t()('connectHow'));
    },
    connect,
    selectEdge(key) {
      editor().select({ edges: [key] });
      announce(t()('saidSelected'));
    },
    remove: () => removeSelected(false),
    bridge: bridgeSelected,
    tidy() {
      void runTidy().then((ids) => {
        const canvas = element()?.getBoundingClientRect();
        const boxes = visibleBoxes();
        if (canvas)
          fitBoxes(
            flow,
            canvas,
            ids.flatMap((id) => boxes.get(id) ?? []),
            TIDY_MS,
          );
      });
    },
    pin: pinSelected,
    show: (ids) => show(...ids),
    cut() {
      const keys = clips.copy();
      if (keys === null) return;
      // What a frame holds was copied with it, so it goes with it.
      editor().select({ nodes: keys });
      removeSelected(true);
    },
    copy: () => void clips.copy(),
    paste: clips.paste,
    duplicate: clips.duplicate,
    selectAll() {
      const nodes = (openFlowOf(editor())?.nodes ?? []).map((node) => node.id);
      const { bot, flowId } = editor();
      editor().select({ nodes: [...itemKeys(bot, flowId), ...nodes] });
      announce(t()('saidSelectedAll', { count: nodes.length }));
    },
    testFrom(node) {
      if (itemOf(node)) return;
      editor().test();
      useSimulator.getState().startHere({ flow: editor().flowId, node });
    },
    centre,
    place,
  };
}
