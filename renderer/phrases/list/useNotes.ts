import { useMemo } from 'react';
import type { Intent } from '../../../engine/model/definitions.ts';
import { useEditor } from '../../editor/store.ts';
import { useLearner } from '../learning/learner.ts';
import type { Twin } from '../twins.ts';

/** What is to be said beside a phrase. */
export type Note =
  | { readonly kind: 'twin'; readonly topic: string; readonly phrase: string }
  /** Held back, it was taken for a phrase of another topic. */
  | { readonly kind: 'taken'; readonly topic: string; readonly like?: string }
  /** Held back, nothing was made of it. */
  | { readonly kind: 'lost' };

/** The notes of a topic's phrases: the same phrase elsewhere first, then what the trial found. */
export function useNotes(topic: Intent, twins: ReadonlyMap<string, Twin> | undefined): (phrase: string) => Note | null {
  const caution = useEditor((state) => state.bot.settings?.caution ?? 'normal');
  const exam = useLearner((state) => state.exam);
  return useMemo(() => {
    const found = new Map<string, Note>();
    for (const { topic: id, phrase, outcome, taken } of exam?.results ?? []) {
      if (id !== topic.id) continue;
      if (outcome[caution] === 'wrong' && taken) found.set(phrase, { kind: 'taken', ...taken });
      else if (outcome[caution] === 'silent') found.set(phrase, { kind: 'lost' });
    }
    return (phrase) => {
      const twin = twins?.get(phrase);
      return twin ? { kind: 'twin', ...twin } : (found.get(phrase) ?? null);
    };
  }, [topic.id, twins, exam, caution]);
}
