import type { Problem } from '../../engine/check/problem.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { goPhrases } from './goPhrases.ts';
import { revealPhrase } from './phrasesView.ts';

/** For a finding about a topic: opens it on the screen of phrases, at the phrase it is about. Null = it is about no topic. */
export function problemTopic(problem: Problem, bot: Bot): (() => void) | null {
  const { topic, b, phrase } = problem.facts;
  const named = { 'E-NOPHR': topic, 'W-FEW': topic, 'W-OVER': b }[problem.code];
  const found = bot.intents?.find(({ id, name }) => id === problem.exit || name === named);
  if (named === undefined || !found) return null;
  return () => {
    goPhrases(found.id);
    if (typeof phrase === 'string') revealPhrase(found.id, phrase);
  };
}
