import { useEffect, useMemo, useState } from 'react';
import type { Intent } from '../../engine/model/definitions.ts';
import type { TrainingSet } from '../../engine/nlu/intentModel.ts';
import { type PhraseGate, samePhrases } from '../../engine/nlu/phraseGate.ts';
import { useEditor } from '../editor/store.ts';
import { usePublished } from './usePublished.ts';

/** `none`: the phrases are those that were published, or nothing was. */
export type GateState =
  | { readonly kind: 'none' | 'failed' | 'skipped' }
  | { readonly kind: 'running'; readonly share: number; readonly number: number; readonly skip: () => void }
  | { readonly kind: 'done'; readonly gate: PhraseGate };

interface Run {
  readonly of: object;
  readonly state: { readonly share: number } | { readonly gate: PhraseGate | null } | 'failed' | 'skipped';
}
type Told = { readonly share: number } | { readonly gate: PhraseGate | null };

const NO_TOPICS: readonly Intent[] = [];

/** What the draft's phrases do to those of the version it is compared with; worked out beside the window. */
export function usePhraseGate(botId: string): GateState {
  const published = usePublished(botId);
  const intents = useEditor(({ viewing, bot }) => (viewing?.draft.bot ?? bot).intents ?? NO_TOPICS);
  const languages = useEditor(({ viewing, bot }) => languagesOf(viewing?.draft.bot ?? bot));
  const [run, setRun] = useState<Run | null>(null);
  const sets = useMemo(() => {
    if (published === null) return null;
    const before = setOf(published.bot.intents ?? NO_TOPICS, languagesOf(published.bot));
    const after = setOf(intents, languages);
    return samePhrases(before, after) ? null : { before, after };
  }, [published, intents, languages]);

  useEffect(() => {
    if (sets === null) return undefined;
    const worker = new Worker(new URL('./gateWorker.ts', import.meta.url), { type: 'module' });
    const fail = (): void => setRun({ of: sets, state: 'failed' });
    worker.addEventListener('message', ({ data }: MessageEvent<Told>) =>
      setRun((before) => (before?.of === sets && before.state === 'skipped' ? before : { of: sets, state: data })),
    );
    worker.addEventListener('error', fail);
    worker.addEventListener('messageerror', fail);
    worker.postMessage(sets);
    return () => worker.terminate();
  }, [sets]);

  if (sets === null || published === null) return { kind: 'none' };
  const state = run?.of === sets ? run.state : { share: 0 };
  if (state === 'failed' || state === 'skipped') return { kind: state };
  if ('gate' in state) return state.gate === null ? { kind: 'none' } : { kind: 'done', gate: state.gate };
  const skip = (): void => setRun({ of: sets, state: 'skipped' });
  return { kind: 'running', share: state.share, number: published.number, skip };
}

function languagesOf(bot: { readonly language: string; readonly languages?: readonly string[] | undefined }): string {
  return (bot.languages ?? [bot.language]).join();
}

function setOf(intents: readonly Intent[], languages: string): TrainingSet {
  return { intents: intents.map(({ id, phrases }) => ({ id, phrases })), languages: languages.split(',') };
}
