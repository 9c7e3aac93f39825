import { type ActionHandler, useActions } from '../actions/provide.ts';
import { copyOf } from '../copy/i18n.ts';
import { exportBot } from '../flows/botActions.ts';
import { canvasElement, focusBlock } from '../canvas/focusBlock.ts';
import { useCanvasView } from '../canvas/view.ts';
import { focusList } from '../outline/listStore.ts';
import { toggleDock } from '../inspector/dockStore.ts';
import { openPalette } from '../palette/paletteStore.ts';
import { showPanelTab, togglePanel } from '../problems/panelStore.ts';
import { fixFocused } from '../problems/fixFocused.ts';
import { stepProblem } from '../problems/stepProblem.ts';
import type { OpenDraft } from './openDraft.ts';
import { saveNow } from './saveNow.ts';
import { stepBack } from './stepWords.ts';
import { useEditor } from './store.ts';

/** What can be done wherever the focus is while a flow is open. */
export function useEditorActions(draft: OpenDraft | null): void {
  useActions({
    save: () => saveNow(draft),
    undo: { run: () => stepBack('undo'), reason: readOnly },
    redo: { run: () => stepBack('redo'), reason: readOnly },
    nextProblem: () => stepProblem(1),
    previousProblem: () => stepProblem(-1),
    fixProblem: fixFocused,
    nextFlow: flowStep(1),
    previousFlow: flowStep(-1),
    find: () => openPalette('blocks'),
    problems: showProblems,
    blockList: stepList,
    toggleDock,
    toggleBottom: togglePanel,
    exportBot: () => void exportBot(useEditor.getState().bot.id),
  });
}

/** Opens the block list and puts the keyboard into it; from inside it goes back to the canvas. */
function stepList(): void {
  const { current, surface } = useCanvasView.getState();
  if (surface === 'list' && document.activeElement?.closest('[data-testid="block-list"]')) {
    useCanvasView.setState({ surface: 'canvas' });
    if (current === null) canvasElement()?.focus();
    else focusBlock(current, { select: false });
    return;
  }
  showPanelTab('blocks');
  const node = useEditor.getState().selection.nodes.at(-1) ?? current;
  setTimeout(() => focusList(node));
}

/** Opens the list and puts the keyboard into it. */
function showProblems(): void {
  showPanelTab('problems');
  setTimeout(() => {
    const panel = document.querySelector<HTMLElement>('[data-testid="bottom-panel"]');
    (panel?.querySelector<HTMLElement>('li button') ?? panel?.querySelector<HTMLElement>('[role="tab"]'))?.focus();
  });
}

/** Why nothing can be changed: a version, or a bot of a newer format, is only looked at. */
function readOnly(): string | undefined {
  return useEditor.getState().readOnly ? copyOf('canvas')('saidReadOnly') : undefined;
}

/** The next flow of the bot, round and round. */
function flowStep(way: 1 | -1): ActionHandler {
  return {
    run() {
      const { bot, flowId, openFlow } = useEditor.getState();
      const here = bot.flows.findIndex((flow) => flow.id === flowId);
      const next = bot.flows[(here + way + bot.flows.length) % bot.flows.length];
      if (next) openFlow(next.id);
    },
  };
}
