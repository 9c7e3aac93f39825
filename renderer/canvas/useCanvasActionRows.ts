import { useReactFlow } from '@xyflow/react';
import { useMemo } from 'react';
import { type ActionHandler, type ActionHandlers, useActions } from '../actions/provide.ts';
import { copyOf } from '../copy/i18n.ts';
import { announce } from '../editor/announcer.ts';
import { edgeKey } from '../editor/edges.ts';
import { firstBlock } from '../editor/walk.ts';
import { nodeOf, openFlowOf, useEditor } from '../editor/store.ts';
import type { CanvasActions } from './canvasActions.ts';
import { currentBlock, focusedOutput, withCurrent } from './currentBlock.ts';
import { cardElement } from './focusBlock.ts';
import { extractSelection } from './items/extractSelection.ts';
import { addNote, foldSelected, frameSelection, ungroupSelected } from './items/itemActions.ts';
import type { CanvasNode, LinkEdge } from './project.ts';
import { startMoving } from './modes/moveMode.ts';
import { editOnCard, useCanvasView } from './view.ts';
import { viewMoves } from './viewMoves.ts';

/** What changes the document: it can't be done while an old version is looked at. */
function writing(run: () => void): ActionHandler {
  return { run, reason: () => (useEditor.getState().readOnly ? copyOf('canvas')('saidReadOnly') : undefined) };
}

/** The canvas as actions: the same for keys, the menu bar and the palette. */
export function useCanvasActionRows(actions: CanvasActions): void {
  const flow = useReactFlow<CanvasNode, LinkEdge>();
  const view = useMemo(() => viewMoves(flow), [flow]);
  const rows: ActionHandlers = {
    copy: actions.copy,
    cut: writing(actions.cut),
    duplicate: writing(actions.duplicate),
    selectAll: actions.selectAll,
    remove: writing(onCurrent(() => removeHere(actions))),
    addBlock: writing(() => addHere(actions)),
    addLoose: writing(() => actions.openAtCurrent(true)),
    connect: writing(() => connectHere(actions)),
    toggle: writing(toggleCurrent),
    tidy: writing(actions.tidy),
    bridge: writing(onCurrent(actions.bridge)),
    pin: writing(onCurrent(actions.pin)),
    moveTo: writing(() => withCurrent(startMoving)),
    rename: writing(renameHere),
    testFrom: () => withCurrent(actions.testFrom),
    addNote: writing(() => addNote(actions.place())),
    frame: writing(frameSelection),
    unframe: writing(ungroupSelected),
    foldFrame: writing(foldSelected),
    extract: writing(extractSelection),
    firstBlock: goToFirst,
    minimap: () => useCanvasView.setState(({ minimap }) => ({ minimap: !(minimap ?? isMapShown()) })),
    zoomIn: () => view.zoom(1),
    zoomOut: () => view.zoom(-1),
    zoomReset: view.reset,
    fitAll: view.fitAll,
    fitSelection: () => view.fit(useEditor.getState().selection.nodes),
    panDown: () => view.page(0, 1),
    panUp: () => view.page(0, -1),
    panRight: () => view.page(1, 0),
    panLeft: () => view.page(-1, 0),
  };
  useActions(rows);
}

/** On an output it adds after that output; on a card after its first free one. */
function addHere(actions: CanvasActions): void {
  const output = focusedOutput();
  const node = currentBlock();
  if (node !== null && output !== undefined && nodeOf(useEditor.getState(), node)?.exits?.[output] === undefined) {
    actions.openAfter({ node, exit: output });
    return;
  }
  if (node !== null && document.activeElement?.closest('.react-flow__node, [data-node]'))
    useEditor.getState().select({ nodes: [node] });
  actions.openAtCurrent(false);
}

/** On an output its connection goes, not the block it belongs to. */
function removeHere(actions: CanvasActions): void {
  const exit = focusedOutput();
  const node = currentBlock();
  const { select, selection } = useEditor.getState();
  if (exit === undefined || node === null || selection.edges.length > 0) return actions.remove();
  if (nodeOf(useEditor.getState(), node)?.exits?.[exit] === undefined) return announce(copyOf('canvas')('saidOutFree'));
  select({ edges: [edgeKey(node, exit)] });
  actions.remove();
}

/** The caption of the option that has the keyboard, else the name of the block. */
function renameHere(): void {
  const exit = focusedOutput();
  withCurrent((node) => {
    if (useCanvasView.getState().surface === 'list') {
      useCanvasView.setState({ wantedRow: { node, ...(exit === undefined ? {} : { exit }), rename: true } });
      return;
    }
    const field = `exit:${exit ?? ''}`;
    const caption = cardElement(node)?.querySelector(`[data-edit="${CSS.escape(field)}"]`);
    editOnCard(node, caption ? field : 'name');
  });
}

function connectHere(actions: CanvasActions): void {
  const output = focusedOutput();
  withCurrent((node) => {
    const exits = [...(cardElement(node)?.querySelectorAll<HTMLElement>('[data-output]') ?? [])].flatMap(
      (button) => button.dataset['output'] ?? [],
    );
    const taken = nodeOf(useEditor.getState(), node)?.exits ?? {};
    // The first one that leads nowhere yet is what the person is after.
    const exit = output ?? exits.find((each) => taken[each] === undefined) ?? exits[0];
    if (exit !== undefined) actions.startConnecting({ node, exit });
  });
}

/** Keys that are pressed on a card are about that card, also while others are selected; elsewhere about the selection. */
function onCurrent(act: () => void): () => void {
  return () => {
    const { selection, select } = useEditor.getState();
    const card = document.activeElement?.closest<HTMLElement>('.react-flow__node')?.dataset['id'];
    if (card !== undefined && !selection.nodes.includes(card) && selection.edges.length === 0)
      select({ nodes: [card] });
    act();
  };
}

function toggleCurrent(): void {
  withCurrent((node) => {
    const state = useEditor.getState();
    const block = nodeOf(state, node);
    if (!block || block.kind === 'start') return;
    state.run('setNode', { flow: state.flowId, node, patch: { disabled: block.disabled !== true } });
  });
}

function goToFirst(): void {
  const flow = openFlowOf(useEditor.getState());
  const id = flow && firstBlock(flow);
  if (flow && id) useEditor.getState().goTo(flow.id, id);
}

function isMapShown(): boolean {
  return document.querySelector('[data-testid="minimap"]') !== null;
}
