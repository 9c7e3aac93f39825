import { isBareNumber } from './keywords.ts';
import { otherLayouts } from './layout.ts';
import { readNoisyCode } from './optionCode.ts';
import { containedIn, prefixOf, sameStems } from './optionContained.ts';
import type { Phrase } from './optionPhrases.ts';
import { readPhrase } from './optionPhrases.ts';
import { isStopWord } from './optionFillers.ts';
import { resemblance, similarity } from './optionSimilarity.ts';
import { plainWords } from './plainWords.ts';

/** A menu option as it was sent to the customer. `code` is what the customer types: '1'…'20', or '0', '*', '#' when fixed. */
export interface OfferedOption {
  id: string;
  code: string;
  label: string;
  synonyms?: readonly string[] | undefined;
}
export type MatchReason = 'code' | 'noisyCode' | 'caption' | 'synonym' | 'prefix' | 'contained' | 'similar';
export interface OptionMatch {
  id: string;
  by: MatchReason;
}

interface Candidate {
  id: string;
  code: string;
  label: Phrase;
  synonyms: Phrase[];
}

/** Longer replies are stories: they go to the understanding of phrases, not to a menu. */
const LONGEST_CHOICE = 200;
/** Captions of this many letters or fewer are matched only exactly: «бот» must not be found in anything. */
const SHORT_CAPTION = 3;
/** How much a guess may differ: likeness from which it counts, its lead over the second best, and slips beyond the usual. */
const BOLDNESS = {
  careful: { enough: 0.82, lead: 0.15, slips: 0 },
  normal: { enough: 0.72, lead: 0.1, slips: 0 },
  bold: { enough: 0.6, lead: 0.1, slips: 1 },
} as const;
export type Boldness = keyof typeof BOLDNESS;
const ALIKE_ENOUGH = 0.4;
/** Signs around a caption, and letters that are two on the other keyboard. */
const LAYOUT_NOISE = 4;

/** The option whose number was sent, exactly or with noise («2.», «№2», «2️⃣», «пункт 2», «два»); a number out of range is none. */
export function matchCode(text: string, options: readonly OfferedOption[]): OptionMatch | null {
  const trimmed = text.trim();
  const exact = only(options.filter((option) => option.code !== '' && option.code === trimmed));
  if (exact !== undefined) return { id: exact.id, by: 'code' };
  const noisy = readNoisyCode(text);
  if (noisy === null) return null;
  const { code, word } = noisy;
  // «Второй этаж» may be the first line of the menu: a word of a caption is not a number.
  const wordIsTaken =
    word !== undefined &&
    options.some((option) =>
      [option.label, ...(option.synonyms ?? [])].some((phrase) => plainWords(phrase).includes(word)),
    );
  if (wordIsTaken) return null;
  const found = only(options.filter((option) => option.code === code));
  return found === undefined ? null : { id: found.id, by: 'noisyCode' };
}

/**
 * The option named by its caption or synonym, by rule 1 of the run time: exact, then a unique prefix or contained words, then, if
 * `fuzzy`, with typos (true = as boldly as usual). A step at which several options fit ends the search: better to ask than to guess.
 */
export function matchCaption(
  text: string,
  options: readonly OfferedOption[],
  { fuzzy }: { fuzzy: boolean | Boldness },
): OptionMatch | null {
  if (text.trim() === '' || text.length > LONGEST_CHOICE) return null;
  const candidates = options.map(prepare);
  const boldness = fuzzy === true ? 'normal' : fuzzy === false ? null : fuzzy;
  const found = matchReply(text, candidates, boldness);
  return found ?? (boldness === null ? null : matchOtherLayout(text, candidates));
}

/** «ljcnfdrf» typed with the wrong keyboard on, "dostavka" in Latin letters: taken only when it then is a caption to the letter. */
function matchOtherLayout(text: string, candidates: readonly Candidate[]): OptionMatch | null {
  const length = text.trim().length;
  // One key is one letter: what is much longer or shorter than every caption is none of them.
  const mayBe = candidates.some((one) =>
    phrases(one).some(({ raw }) => Math.abs(raw.length - length) <= LAYOUT_NOISE + raw.length / 2),
  );
  if (!mayBe) return null;
  const readings = otherLayouts(text).map((reading) => matchReply(reading, candidates, null, true));
  const exact = readings.find((found) => found?.by === 'caption' || found?.by === 'synonym');
  return exact == null ? null : { id: exact.id, by: 'similar' };
}

/** `toTheLetter`: captions and synonyms as they stand, nothing looser. */
function matchReply(
  text: string,
  candidates: readonly Candidate[],
  boldness: Boldness | null,
  toTheLetter = false,
): OptionMatch | null {
  const reply = readPhrase(text);
  const mayGuess = !toTheLetter && reply.letters > 0 && !isBareNumber(text);
  const steps: [MatchReason, () => Candidate[]][] = [
    ['caption', () => candidates.filter(({ label }) => sameRaw(label, reply))],
    ['caption', () => candidates.filter(({ label }) => sameFolded(label, reply))],
    [
      'caption',
      () => candidates.filter(({ code, label }) => label.folded !== '' && reply.folded === `${code} ${label.folded}`),
    ],
    [
      'synonym',
      () => candidates.filter(({ synonyms }) => synonyms.some((one) => sameRaw(one, reply) || sameFolded(one, reply))),
    ],
  ];
  if (mayGuess) {
    const whole = reply.words.every((word) => isStopWord(word.text)) ? [] : candidates.map(withoutShort);
    steps.push(
      ['contained', () => whole.filter((one) => phrases(one).some((phrase) => sameStems(phrase, reply)))],
      ['prefix', () => whole.filter((one) => phrases(one).some((phrase) => prefixOf(phrase, reply)))],
      ['contained', () => containedIn(whole, reply, phrases)],
    );
    if (boldness !== null) steps.push(['similar', () => mostSimilar(whole, reply, boldness)]);
  }
  for (const [by, find] of steps) {
    const found = find();
    const [first] = found;
    if (found.length === 1 && first !== undefined) return { id: first.id, by };
    if (found.length > 1) return null;
  }
  return null;
}

/** Ids of the options most like the reply, best first, for "did you mean A or B"; fewer than `limit` when nothing else is alike. */
export function resembling(text: string, options: readonly OfferedOption[], limit = 2): string[] {
  const reply = readPhrase(text);
  if (reply.letters === 0 || isBareNumber(text)) return [];
  return options
    .map((option, at) => ({ id: option.id, at, alike: likeness(prepare(option), reply) }))
    .filter(({ alike }) => alike >= ALIKE_ENOUGH)
    .sort((left, right) => right.alike - left.alike || left.at - right.at)
    .slice(0, Math.max(0, limit))
    .map(({ id }) => id);
}

function mostSimilar(candidates: readonly Candidate[], reply: Phrase, boldness: Boldness): Candidate[] {
  const { enough, lead, slips } = BOLDNESS[boldness];
  const ranked = candidates
    .map((candidate) => ({ candidate, alike: likeness(candidate, reply, slips) }))
    .filter(({ alike }) => alike >= enough)
    .sort((left, right) => right.alike - left.alike);
  const best = ranked[0]?.alike ?? 0;
  return ranked.filter(({ alike }) => best - alike < lead).map(({ candidate }) => candidate);
}

/** `slips`: more than the usual number of typos that a match may have; without it, mere resemblance. */
function likeness(candidate: Candidate, reply: Phrase, slips?: number): number {
  return Math.max(
    0,
    ...phrases(candidate).map((phrase) =>
      slips === undefined ? resemblance(phrase, reply) : similarity(phrase, reply, slips),
    ),
  );
}

const NO_PHRASE = readPhrase('');
/** Captions are the author's, few, and compared with every reply: they are read once. */
const KEPT_CAPTIONS = 4_000;
const keptCaptions = new Map<string, Phrase>();

function readCaption(caption: string): Phrase {
  let phrase = keptCaptions.get(caption);
  if (phrase === undefined) {
    if (keptCaptions.size >= KEPT_CAPTIONS) keptCaptions.clear();
    keptCaptions.set(caption, (phrase = readPhrase(caption)));
  }
  return phrase;
}

function prepare(option: OfferedOption): Candidate {
  return {
    id: option.id,
    code: option.code,
    label: readCaption(option.label),
    synonyms: (option.synonyms ?? []).map(readCaption),
  };
}

function phrases(candidate: Candidate): Phrase[] {
  return [candidate.label, ...candidate.synonyms].filter((phrase) => phrase.letters > 0);
}

function withoutShort(candidate: Candidate): Candidate {
  const keep = (phrase: Phrase): Phrase => (phrase.letters > SHORT_CAPTION ? phrase : NO_PHRASE);
  return { ...candidate, label: keep(candidate.label), synonyms: candidate.synonyms.map(keep) };
}

function sameRaw(phrase: Phrase, reply: Phrase): boolean {
  return phrase.raw !== '' && phrase.raw === reply.raw;
}

function sameFolded(phrase: Phrase, reply: Phrase): boolean {
  return phrase.folded !== '' && phrase.folded === reply.folded;
}

function only<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}
