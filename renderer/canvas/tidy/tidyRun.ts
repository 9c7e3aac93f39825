import { create } from 'zustand';
import { copyOf } from '../../copy/i18n.ts';
import { announce } from '../../editor/announcer.ts';
import { type EditorState, nodeOf, openFlowOf, useEditor } from '../../editor/store.ts';
import { glide } from '../glide.ts';
import { hint } from '../hint.ts';
import { useCanvasView } from '../view.ts';
import { type ElkThread, elkInWorker } from './elkInWorker.ts';
import { readInput } from './readInput.ts';
import { type Layered, tidyFlow } from './tidyFlow.ts';

/** Only then is it worth a word, and a way to stop it (ms). */
const SLOW_MS = 1_000;
/** The thread is kept for a while after its work: it takes a second to warm up. */
const KEPT_MS = 60_000;
const GLIDE_MS = 320;

/** `slow`: it has been at work for so long that the person is told. */
export const useTidy = create<{ readonly phase: 'idle' | 'running' | 'slow' }>(() => ({ phase: 'idle' }));

let thread: Promise<ElkThread> | null = null;
let rest: ReturnType<typeof setTimeout> | undefined;
/** The run that may still change something; a cancelled one is another one. */
let current: object | null = null;

/** Starts the thread before it is needed: the pointer is near the button. */
export function warmUp(): void {
  clearTimeout(rest);
  thread ??= elkInWorker();
  rest = setTimeout(endThread, KEPT_MS);
}

function endThread(): void {
  clearTimeout(rest);
  const ended = thread;
  thread = null;
  void ended?.then(({ end }) => end()).catch(() => undefined);
}

const inThread: Layered = async (graph) => {
  warmUp();
  thread ??= elkInWorker();
  return (await thread).layered(graph);
};

/** The same document as far as the layout can see? Else its places would be those of something else. */
function isSame(before: EditorState, now: EditorState): boolean {
  return (
    openFlowOf(before) === openFlowOf(now) && before.bot.layout?.[before.flowId] === now.bot.layout?.[before.flowId]
  );
}

/** Stops it: the thread ends, nothing has moved. False = there was nothing to stop. */
export function cancelTidy(): boolean {
  if (current === null) return false;
  current = null;
  endThread();
  useTidy.setState({ phase: 'idle' });
  announce(copyOf('canvas')('tidy.cancelled'));
  return true;
}

/** Lays the selected blocks out, or the whole flow. Value: the blocks that were tidied; empty = nothing was changed. */
export async function runTidy(): Promise<readonly string[]> {
  const t = copyOf('canvas');
  const before = useEditor.getState();
  const selected = before.selection.nodes.filter((id) => nodeOf(before, id));
  const chosen = selected.length > 1 ? selected : [];
  const input = readInput(before.bot, before.flowId, useCanvasView.getState().sizes, chosen);
  if (before.readOnly || current !== null || input.blocks.length === 0) return [];
  const run = {};
  current = run;
  useTidy.setState({ phase: 'running' });
  const slow = setTimeout(() => {
    useTidy.setState({ phase: 'slow' });
    announce(t('tidy.running'));
  }, SLOW_MS);
  try {
    const result = await tidyFlow(input, inThread);
    if (current !== run) return [];
    const now = useEditor.getState();
    if (!isSame(before, now)) {
      hint(t('tidy.changed'));
      return [];
    }
    const changed = glide(GLIDE_MS, () => now.run('tidy', { flow: before.flowId, ...result, chosen }));
    const count = Object.keys(result.nodes).length;
    announce(changed ? t('tidy.done', { count }) : t('tidy.nothing'));
    return chosen.length > 0 ? chosen : input.blocks.map(({ id }) => id);
  } catch {
    if (current === run) {
      endThread();
      hint(t('tidy.failed'));
    }
    return [];
  } finally {
    clearTimeout(slow);
    if (current === run) {
      current = null;
      useTidy.setState({ phase: 'idle' });
    }
  }
}
