import { create, type StoreApi, type UseBoundStore } from 'zustand';
import type { Problem } from '../../engine/check/problem.ts';
import type { Bot, BotFlow, BotNode } from '../../engine/flow/botSchema.ts';
import { flowById, mainFlow } from '../../engine/flow/graph.ts';
import type { Fault } from '../../engine/model/fault.ts';
import type { Command, StepLabel, Touched } from './command.ts';
import { type ArgsOf, COMMANDS, type CommandName } from './commands/commandTable.ts';
import { nodesById } from './flowIndex.ts';
import { hasItem } from './layoutItem.ts';
import { newId } from './newId.ts';
import { previousBlock } from './walk.ts';
import { enterView, leaveView, type ViewedVersion, type Viewing } from './viewing.ts';
import { EMPTY_HISTORY, type History, record, redo, seal, undo } from './history.ts';

export interface Selection {
  /** Ids of blocks and keys of notes and frames (`layoutItem.ts`) of the open flow; the last one is the current one. */
  readonly nodes: readonly string[];
  /** Keys of connections of the open flow (`edges.ts`). */
  readonly edges: readonly string[];
}

/**
 * `at`: epoch ms of the last save. `changedElsewhere`: the stored bot has a revision that is not ours. `gone`: it was
 * removed by someone else.
 */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: number | null }
  | { readonly kind: 'pending' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly fault: Fault }
  | { readonly kind: 'changedElsewhere'; readonly revision: number }
  | { readonly kind: 'gone' };

/** What the canvas is asked to bring into view and focus. A new object each time, so the same place can be asked for twice. */
export interface Reveal {
  readonly touched: Touched;
  /** The exit or the field to go to, when it is known. */
  readonly exit?: string;
  readonly field?: string;
  /** `ifHidden`: the view moves only when the place is off screen (undo). `centre`: always (go to). */
  readonly view: 'ifHidden' | 'centre';
}

export interface EditorState {
  /** The draft on screen; a bot of one empty flow while none is open. */
  readonly bot: Bot;
  readonly isOpen: boolean;
  readonly flowId: string;
  readonly selection: Selection;
  readonly problems: readonly Problem[];
  readonly readOnly: boolean;
  /** An older version is on screen instead of the draft, which waits here. */
  readonly viewing: Viewing | null;
  readonly saveState: SaveState;
  readonly history: History;
  readonly reveal: Reveal | null;
  /** The dock is asked to show the selected block and focus its first field, or this one. A new object each time. */
  readonly inspecting: { readonly field: string | undefined } | null;
  /** The dock is asked to show the test chat. A new object each time. */
  readonly testing: { readonly asked: true } | null;

  readonly open: (bot: Bot, options?: { flowId?: string | undefined; readOnly?: boolean; history?: History }) => void;
  readonly close: () => void;
  /** Shows a version to look at, not to change; the draft comes back as it was. */
  readonly view: (version: ViewedVersion, bot: Bot) => void;
  readonly leaveView: () => void;
  /** Runs a command of `commands/`. True when it changed the document. */
  readonly run: <N extends CommandName>(name: N, args: ArgsOf<N>) => boolean;
  readonly undo: () => StepLabel | null;
  readonly redo: () => StepLabel | null;
  /** The burst of typing ends here (a field lost focus): the next edit is a step of its own. */
  readonly flush: () => void;
  readonly select: (selection: Partial<Selection>) => void;
  readonly openFlow: (flow: string) => void;
  /** Opens, selects, shows and focuses a block; `exit`, `field`: what of it. */
  readonly goTo: (
    flow: string,
    node: string,
    detail?: { exit?: string | undefined; field?: string | undefined; view?: Reveal['view'] },
  ) => void;
  readonly inspect: (field?: string) => void;
  readonly test: () => void;
  readonly setProblems: (problems: readonly Problem[]) => void;
  readonly setSaveState: (state: SaveState) => void;
}

export const NO_SELECTION: Selection = { nodes: [], edges: [] };

const NO_BOT: Bot = { format: 1, id: 'none', name: '', language: 'ru', flows: [{ id: 'main', name: '', nodes: [] }] };

/** What is still there of a selection after the document changed under it. */
function surviving(bot: Bot, flowId: string, selection: Selection): Selection {
  const flow = flowById(bot, flowId);
  const ids = new Set(flow?.nodes.map((n) => n.id));
  const nodes = selection.nodes.filter((id) => ids.has(id) || hasItem(bot, flowId, id));
  const edges = selection.edges.filter((key) => {
    const [node, exit] = JSON.parse(key) as [string, string];
    return flow?.nodes.find((n) => n.id === node)?.exits?.[exit] !== undefined;
  });
  const same = nodes.length === selection.nodes.length && edges.length === selection.edges.length;
  return same ? selection : { nodes, edges };
}

/** The document on screen after a command, an undo or a redo; the open flow may have gone with it. */
function withBot(state: EditorState, bot: Bot, history: History): Partial<EditorState> {
  const flowId = flowById(bot, state.flowId) ? state.flowId : mainFlow(bot).id;
  const selection = flowId === state.flowId ? surviving(bot, flowId, state.selection) : NO_SELECTION;
  return { bot, history, flowId, selection };
}

/** After undo and redo: its flow is open, what it touched and still exists is selected and in view. */
function shown(state: EditorState, bot: Bot, history: History, touched: Touched): Partial<EditorState> {
  const flow = flowById(bot, touched.flow);
  const flowId = flow?.id ?? (flowById(bot, state.flowId) ? state.flowId : mainFlow(bot).id);
  const nodes = [...new Set(touched.nodes)].filter(
    (id) => flow?.nodes.some((n) => n.id === id) === true || hasItem(bot, flowId, id),
  );
  const selection = nodes.length > 0 ? { nodes, edges: [] } : surviving(bot, flowId, state.selection);
  const focus = nodes.length > 0 ? nodes : besideGone(state, flow, touched);
  return { bot, history, flowId, selection, reveal: { touched: { flow: flowId, nodes: focus }, view: 'ifHidden' } };
}

/** Where the keyboard goes when what it was on is gone again: as after a delete, to the block that led there. */
function besideGone(state: EditorState, flow: BotFlow | undefined, { flow: id, nodes }: Touched): readonly string[] {
  const before = flowById(state.bot, id);
  const gone = before && nodes.findLast((node) => before.nodes.some((other) => other.id === node));
  if (!flow || !before || gone === undefined) return [];
  const back = previousBlock(before, state.bot.layout?.[id]?.nodes ?? {}, gone);
  const next = flow.nodes.find((node) => node.id === back) ?? flow.nodes[0];
  return next ? [next.id] : [];
}

/** One editor: a document, its history and what is selected in it. `now` gives epoch ms. */
export function createEditor(now: () => number): UseBoundStore<StoreApi<EditorState>> {
  return create<EditorState>()((set, get) => ({
    bot: NO_BOT,
    isOpen: false,
    flowId: 'main',
    selection: NO_SELECTION,
    problems: [],
    readOnly: false,
    viewing: null,
    saveState: { kind: 'saved', at: null },
    history: EMPTY_HISTORY,
    reveal: null,
    inspecting: null,
    testing: null,

    open(bot, { flowId, readOnly = false, history = EMPTY_HISTORY } = {}) {
      const flow = flowId !== undefined && flowById(bot, flowId) ? flowId : mainFlow(bot).id;
      set({
        bot,
        isOpen: true,
        flowId: flow,
        readOnly,
        viewing: null,
        selection: NO_SELECTION,
        problems: [],
        history,
        saveState: { kind: 'saved', at: null },
        reveal: null,
        inspecting: null,
        testing: null,
      });
    },

    close() {
      set({
        bot: NO_BOT,
        isOpen: false,
        flowId: 'main',
        selection: NO_SELECTION,
        problems: [],
        history: EMPTY_HISTORY,
        readOnly: false,
        viewing: null,
      });
    },

    view: (version, bot) => set(enterView(get(), version, bot)),
    leaveView: () => set(leaveView(get())),

    run(name, args) {
      const state = get();
      if (state.readOnly) return false;
      const command = COMMANDS[name] as unknown as Command<typeof args>;
      const bot = command.apply(state.bot, args);
      if (bot === state.bot) return false;
      const step = {
        id: newId(
          newId('step', () => false),
          () => false,
        ),
        label: command.label(state.bot, args),
        touched: command.touched(state.bot, args),
        before: state.bot,
        after: bot,
        at: now(),
        mergeKey: (command.capture === 'later' ? command.mergeKey?.(args) : undefined) ?? null,
      };
      set(withBot(state, bot, command.capture === 'never' ? state.history : record(state.history, step)));
      return true;
    },

    undo() {
      const state = get();
      const moved = state.readOnly ? null : undo(state.history);
      if (!moved) return null;
      set(shown(state, moved.bot, moved.history, moved.step.touched));
      return moved.step.label;
    },

    redo() {
      const state = get();
      const moved = state.readOnly ? null : redo(state.history);
      if (!moved) return null;
      set(shown(state, moved.bot, moved.history, moved.step.touched));
      return moved.step.label;
    },

    flush: () => {
      set((state) => ({ history: seal(state.history) }));
    },
    select: ({ nodes = [], edges = [] }) => {
      set({ selection: { nodes, edges } });
    },
    openFlow: (flowId) => {
      if (flowById(get().bot, flowId) && flowId !== get().flowId) set({ flowId, selection: NO_SELECTION });
    },
    goTo(flow, node, { exit, field, view = 'centre' } = {}) {
      const place = { ...(exit === undefined ? {} : { exit }), ...(field === undefined ? {} : { field }) };
      set({
        flowId: flow,
        selection: { nodes: [node], edges: [] },
        reveal: { touched: { flow, nodes: [node] }, view, ...place },
      });
    },
    inspect: (field) => {
      set({ inspecting: { field } });
    },
    test: () => {
      set({ testing: { asked: true } });
    },
    setProblems: (problems) => {
      set({ problems });
    },
    setSaveState: (saveState) => {
      set({ saveState });
    },
  }));
}

/** The editor of this window. */
export const useEditor = createEditor(() => Date.now());

export function canUndo(state: EditorState): boolean {
  return !state.readOnly && state.history.past.length > 0;
}

export function canRedo(state: EditorState): boolean {
  return !state.readOnly && state.history.future.length > 0;
}

export function undoLabel(state: EditorState): StepLabel | null {
  return state.history.past.at(-1)?.label ?? null;
}

export function redoLabel(state: EditorState): StepLabel | null {
  return state.history.future[0]?.label ?? null;
}

export function openFlowOf(state: EditorState): BotFlow | undefined {
  return flowById(state.bot, state.flowId);
}

/** A node of the open flow, in constant time: cards ask on every change. */
export function nodeOf(state: EditorState, id: string): BotNode | undefined {
  const flow = openFlowOf(state);
  return flow && nodesById(flow).get(id);
}

/** A node of the open flow; undefined once it is gone. Renders only when this node changes. */
export function useNode(id: string | null): BotNode | undefined {
  return useEditor((state) => (id === null ? undefined : nodeOf(state, id)));
}
