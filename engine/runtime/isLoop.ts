import { normalise } from '../nlu/normalise.ts';

/** One turn of a talk, as far as it shows whether a person is at the other end. */
export interface Exchange {
  /** When the turn was made, epoch ms, by our clock. */
  readonly at: number;
  /** What was heard and said, each as `plainly` gives it. */
  readonly heard: string;
  readonly said: readonly string[];
  /** It was chosen from what the bot offered: a person goes through a menu as fast as they can press. */
  readonly isChosen: boolean;
  /** See `isRepeat`. */
  readonly isRepeat: boolean;
  /** It came after all we had said, and sooner after the customer's message before than anybody types. */
  readonly isHasty: boolean;
}

const MINUTE_MS = 60_000;
/** How far back a talk is looked at. */
export const LOOP_REACH_MS = 10 * MINUTE_MS;
const SAME_TEXT = { count: 5, ms: 5 * MINUTE_MS };
const HASTY = { count: 12, ms: MINUTE_MS };
const LONG_COUNT = 30;
/** Short words are repeated by people too. */
const ECHO_CHARACTERS = 4;
const FORM_CHARACTERS = 16;
/** How many turns back a repetition is looked for. */
const REACH_TURNS = 10;
const FAST_READER_MS = 500;
const FAST_TYPIST_MS = 40;

/** Has nobody ever typed this in so many ms? Half a second to read and twenty-five characters a second are beyond people. */
export function isHastier(text: string, ms: number): boolean {
  return ms >= 0 && ms < FAST_READER_MS + FAST_TYPIST_MS * text.length;
}

export function plainly(text: string): string {
  return normalise(text).replaceAll(/\s+/gu, ' ').trim();
}

/** Is it what we have said, or what was said to us before with other figures in it? `heard` as `plainly` gives it. */
export function isRepeat(heard: string, talk: readonly Exchange[]): boolean {
  if (heard.length < ECHO_CHARACTERS) return false;
  const before = talk.slice(-REACH_TURNS);
  if (before.some(({ said }) => said.includes(heard))) return true;
  return heard.length >= FORM_CHARACTERS && before.some((turn) => formOf(turn.heard) === formOf(heard));
}

/**
 * Does the bot talk to a machine (reliability.md, 5)? An echo, an auto-reply that differs by its time alone, or another bot.
 * `talk`: oldest first, the last one not answered yet. Value: the rule that says so.
 */
export function isLoop(talk: readonly Exchange[]): 'sameText' | 'hasty' | 'long' | null {
  const last = talk.at(-1);
  if (last === undefined || !isMachine(last)) return null;
  const since = (ms: number): readonly Exchange[] => talk.filter(({ at }) => at > last.at - ms);
  if (last.isRepeat) {
    const told = new Map<string, number>();
    for (const turn of since(SAME_TEXT.ms))
      if (turn.isRepeat) for (const text of new Set(turn.said)) told.set(text, (told.get(text) ?? 0) + 1);
    if ([...told.values()].some((count) => count >= SAME_TEXT.count)) return 'sameText';
  }
  const minute = since(HASTY.ms);
  if (minute.length - 1 - minute.findLastIndex((turn) => !turn.isHasty) >= HASTY.count) return 'hasty';
  return since(LOOP_REACH_MS).filter(isMachine).length >= LONG_COUNT ? 'long' : null;
}

/** Would no person have said this so? */
export function isMachine({ isChosen, isRepeat, isHasty }: Exchange): boolean {
  return !isChosen && (isRepeat || isHasty);
}

function formOf(text: string): string {
  return text.replaceAll(/\d/gu, '#');
}
