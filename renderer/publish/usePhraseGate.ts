import { useEffect, useMemo, useState } from 'react';
import type { Intent } from '../../engine/model/definitions.ts';
import type { TrainingSet } from '../../engine/nlu/intentModel.ts';
import { type PhraseGate, samePhrases } from '../../engine/nlu/phraseGate.ts';
import { useEditor } from '../editor/store.ts';
import { usePublished } from './usePublished.ts';

/** `none`: the phrases are those that were published, or nothing was. */
export type GateState =
  | { readonly kind: 'none' | 'failed' | 'skipped' }
  | {
      readonly kind: 'running';
      readonly share: number;
      /** The version it is compared with; null = that is still being looked up. */
      readonly number: number | null;
      readonly skip: () => void;
    }
  | { readonly kind: 'done'; readonly gate: PhraseGate };

interface Run {
  readonly of: object;
  readonly state: Told | 'failed';
}
type Told = { readonly share: number } | { readonly gate: PhraseGate | null };

const NO_TOPICS: readonly Intent[] = [];

/**
 * What the draft's phrases do to those of the version it is compared with; worked out beside the window. As long as it
 * is not known whether there is anything to compare, it is `running`: the gate is shut until it was asked.
 */
export function usePhraseGate(botId: string): GateState {
  const published = usePublished(botId);
  const isOpen = useEditor((state) => state.isOpen && (state.viewing?.draft.bot ?? state.bot).id === botId);
  const intents = useEditor(({ viewing, bot }) => (viewing?.draft.bot ?? bot).intents ?? NO_TOPICS);
  const languages = useEditor(({ viewing, bot }) => languagesOf(viewing?.draft.bot ?? bot));
  const draft = useMemo(() => setOf(intents, languages), [intents, languages]);
  const [run, setRun] = useState<Run | null>(null);
  const [skipped, setSkipped] = useState<TrainingSet | null>(null);
  const isSkipped = skipped === draft;
  const before = published.kind === 'published' ? published.version.bot : null;
  const sets = useMemo(() => {
    if (before === null || !isOpen || !canCompare(draft)) return null;
    const set = setOf(before.intents ?? NO_TOPICS, languagesOf(before));
    return samePhrases(set, draft) ? null : { before: set, after: draft };
  }, [before, isOpen, draft]);

  useEffect(
    () => (sets === null || isSkipped ? undefined : ask(sets, (state) => setRun({ of: sets, state }))),
    [sets, isSkipped],
  );

  if (isOpen && (!canCompare(draft) || published.kind === 'nothing')) return { kind: 'none' };
  if (isOpen && before !== null && sets === null) return { kind: 'none' };
  if (isSkipped) return { kind: 'skipped' };
  const state = sets !== null && run?.of === sets ? run.state : { share: 0 };
  if (published.kind === 'failed' || state === 'failed') return { kind: 'failed' };
  if ('gate' in state) return state.gate === null ? { kind: 'none' } : { kind: 'done', gate: state.gate };
  const number = published.kind === 'published' && isOpen ? published.version.number : null;
  return { kind: 'running', share: state.share, number, skip: () => setSkipped(draft) };
}

/** Asks in a thread of its own. Value: stops. */
function ask(sets: { before: TrainingSet; after: TrainingSet }, tell: (state: Run['state']) => void): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const worker = startWorker();
  const fail = (): void => {
    if (!signal.aborted) tell('failed');
  };
  if (worker === null) queueMicrotask(fail);
  worker?.addEventListener('message', ({ data }: MessageEvent<Told>) => tell(data), { signal });
  worker?.addEventListener('error', fail, { signal });
  worker?.addEventListener('messageerror', fail, { signal });
  worker?.postMessage(sets);
  return () => {
    listening.abort();
    worker?.terminate();
  };
}

/** Null: a thread can't be had. */
function startWorker(): Worker | null {
  try {
    return new Worker(new URL('./gateWorker.ts', import.meta.url), { type: 'module' });
  } catch {
    return null;
  }
}

/** The only phrase of a topic is not compared: without it there is no topic. */
function canCompare({ intents }: TrainingSet): boolean {
  return intents.some(({ phrases }) => phrases.length > 1);
}

function languagesOf(bot: { readonly language: string; readonly languages?: readonly string[] | undefined }): string {
  return (bot.languages ?? [bot.language]).join();
}

function setOf(intents: readonly Intent[], languages: string): TrainingSet {
  return { intents: intents.map(({ id, phrases }) => ({ id, phrases })), languages: languages.split(',') };
}
