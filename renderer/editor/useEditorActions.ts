import { type ActionHandler, useActions } from '../actions/provide.ts';
import { exportBot } from '../flows/botActions.ts';
import { toggleDock } from '../inspector/dockStore.ts';
import { openPalette } from '../palette/paletteStore.ts';
import { showPanelTab, togglePanel } from '../problems/panelStore.ts';
import { fixFocused } from '../problems/fixFocused.ts';
import { stepProblem } from '../problems/stepProblem.ts';
import { stepBack } from './stepWords.ts';
import { useEditor } from './store.ts';

/** What can be done wherever the focus is while a flow is open. */
export function useEditorActions(): void {
  useActions({
    undo: () => stepBack('undo'),
    redo: () => stepBack('redo'),
    nextProblem: () => stepProblem(1),
    previousProblem: () => stepProblem(-1),
    fixProblem: fixFocused,
    nextFlow: flowStep(1),
    previousFlow: flowStep(-1),
    find: () => openPalette('blocks'),
    problems: showProblems,
    toggleDock,
    toggleBottom: togglePanel,
    exportBot: () => void exportBot(useEditor.getState().bot.id),
  });
}

/** Opens the list and puts the keyboard into it. */
function showProblems(): void {
  showPanelTab('problems');
  setTimeout(() => {
    const panel = document.querySelector<HTMLElement>('[data-testid="bottom-panel"]');
    (panel?.querySelector<HTMLElement>('li button') ?? panel?.querySelector<HTMLElement>('[role="tab"]'))?.focus();
  });
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
