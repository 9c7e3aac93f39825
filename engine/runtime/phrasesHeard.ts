import { LIMITS } from '../model/limits.ts';
import type { Place } from '../model/state.ts';
import type { TraceEntry } from '../model/trace.ts';
import { isBareNumber } from '../nlu/keywords.ts';
import { phraseKey } from '../nlu/phraseKey.ts';
import { understand } from '../nlu/understand.ts';
import { nodeAt, type BotProgram, type ProgramNode } from './compileBot.ts';
import type { TurnResult } from './step.ts';

/** The outputs of a block that understands phrases which are no topic. */
const NO_TOPIC: ReadonlySet<string> = new Set(['other', 'unsure']);

interface Missed {
  readonly place: Place;
  readonly why: 'other' | 'unsure' | 'menu' | 'fallback';
}
interface Unrecognised extends Place {
  readonly text: string;
  readonly key: string;
  readonly why: Missed['why'];
  readonly closest: { readonly topic: string; readonly confidence: number } | null;
}
interface PhrasesHeard {
  readonly unrecognised: readonly Unrecognised[];
  readonly topics: readonly string[];
}

/** What a turn says of the author's phrases: which topics were recognised, and which messages were not understood at all. */
export function phrasesHeard(program: BotProgram, { trace, heard = [] }: TurnResult): PhrasesHeard {
  const topics = trace.flatMap((entry) => topicOf(program, entry) ?? []);
  const unrecognised = heard.flatMap(({ text, from }, index) => {
    const part = trace.slice(from, heard[index + 1]?.from);
    const missed = text === '' || isBareNumber(text) ? null : missedIn(program, part);
    if (missed === null) return [];
    const short = text.slice(0, LIMITS.unrecognisedCharacters);
    const [best] = understand(program.model, short).ranked;
    const closest = best === undefined ? null : { topic: best.intent, confidence: best.confidence };
    return { text: short, key: phraseKey(short), ...missed.place, why: missed.why, closest };
  });
  return { topics, unrecognised };
}

/** The first place that did not understand, unless another one after it did. */
function missedIn(program: BotProgram, part: readonly TraceEntry[]): Missed | null {
  let first: Missed | null = null;
  for (const entry of part) {
    if (topicOf(program, entry) !== null) return null;
    first ??= missOf(program, entry);
  }
  return first;
}

function topicOf(program: BotProgram, entry: TraceEntry): string | null {
  if (entry.type !== 'leave' || NO_TOPIC.has(entry.exit)) return null;
  return nodeAt(program, entry.place)?.kind?.kind === 'intent' ? entry.exit : null;
}

function missOf(program: BotProgram, entry: TraceEntry): Missed | null {
  if (entry.type === 'missed') return missAt(entry.place, nodeAt(program, entry.place));
  if (entry.type === 'understood' && entry.by === 'unsure' && entry.place !== null)
    return { place: entry.place, why: 'unsure' };
  if (entry.type !== 'leave' && entry.type !== 'waiting') return null;
  const node = nodeAt(program, entry.place);
  if (node?.kind?.kind !== 'intent') return null;
  // A block that asks nothing of its own waits only for «which of these did you mean».
  if (entry.type === 'waiting')
    return node.kind.listens?.(node.data) === true ? { place: entry.place, why: 'unsure' } : null;
  return { place: entry.place, why: entry.exit === 'unsure' ? 'unsure' : 'other' };
}

/** An answer that a question refuses («12» for a phone) is no phrase to teach. */
function missAt(place: Place, node: ProgramNode | undefined): Missed | null {
  const kind = node?.kind;
  if (kind?.answers?.validator !== undefined) return null;
  if (kind?.kind === 'intent') return { place, why: 'other' };
  return { place, why: kind?.menu !== undefined ? 'menu' : 'fallback' };
}
