import { classifierTokens, isWord } from './features.ts';
import { isCaptionFiller, isStopWord } from './optionFillers.ts';
import { stemmerFor } from './stem.ts';
import { withoutSlips } from './withoutSlips.ts';
import { trimGreeting } from './trimGreeting.ts';

/** Indexes of the texts that ask for the same; the first is the one the others are most like. */
export interface SimilarGroup {
  readonly members: readonly number[];
  /** How often they were said together. */
  readonly count: number;
}

interface Said {
  readonly text: string;
  readonly count: number;
}

/** Shares of one vector's length: what the words are, and how they are spelt (typos, forms, languages without stems). */
const STEM_SHARE = 0.65;
const SPELLING_SHARE = 0.35;
const GRAM = 3;
/** Cosine. Below it two texts share words, not a wish: tried on the phrases of a Russian shop (test/nlu/groupSimilar). */
const ALIKE = 0.5;
/** A feature in so many texts joins nobody, and to follow it costs the most. */
const COMMON_SHARE = 0.15;
const FEW = 40;

/**
 * Puts texts that ask for the same together, the group said most often first. Each group gathers around one text, so it does
 * not creep from one wish to another. Deterministic; 5,000 texts take about half a second.
 */
export function groupSimilar(texts: readonly Said[], languages: readonly string[]): SimilarGroup[] {
  const { rows, features } = weigh(texts, languages);
  const textOf = (index: number): Said => texts[index] ?? { text: '', count: 0 };
  const order = [...texts.keys()].sort(
    (a, b) => textOf(b).count - textOf(a).count || textOf(a).text.length - textOf(b).text.length || a - b,
  );
  const leaders: number[] = [];
  /** By feature: leaders that have it, each with its weight there. */
  const holders = Array.from({ length: features }, (): number[] => []);
  const likeness = new Float64Array(texts.length);
  for (const index of order) {
    if (nearest(index) >= 0) continue;
    for (const [feature, weight] of rows[index] ?? []) holders[feature]?.push(leaders.length, weight);
    leaders.push(index);
  }
  // Once all who gather others are known, each goes to the one it is most like.
  const groups = leaders.map((index) => [index]);
  const isLeader = new Set(leaders);
  for (const index of order) if (!isLeader.has(index)) groups[nearest(index)]?.push(index);
  return groups
    .map((members) => ({ members, count: members.reduce((sum, member) => sum + textOf(member).count, 0) }))
    .sort((a, b) => b.count - a.count || b.members.length - a.members.length || first(a) - first(b));

  /** The leader a text is most like, -1 where it is like none. */
  function nearest(index: number): number {
    const seen: number[] = [];
    for (const [feature, weight] of rows[index] ?? []) {
      const list = holders[feature] ?? [];
      for (let at = 0; at < list.length; at += 2) {
        const leader = list[at]!;
        if (likeness[leader] === 0) seen.push(leader);
        likeness[leader]! += weight * list[at + 1]!;
      }
    }
    let best = -1;
    let most = ALIKE;
    for (const leader of seen) {
      const found = likeness[leader]!;
      likeness[leader] = 0;
      if (found > most || (found === most && leader < best)) [best, most] = [leader, found];
    }
    return best;
  }
}

function first(group: SimilarGroup): number {
  return group.members[0] ?? 0;
}

interface Weighed {
  readonly rows: readonly (readonly (readonly [feature: number, weight: number])[])[];
  readonly features: number;
}

/** Each text as a vector of length one: its stems and its spelling, the rare ones weighing more. */
function weigh(texts: readonly Said[], languages: readonly string[]): Weighed {
  const stem = stemmerFor(languages);
  const ids = new Map<string, number>();
  const known: number[] = [];
  const idOf = (name: string): number => {
    let id = ids.get(name);
    if (id === undefined) ids.set(name, (id = ids.size));
    return id;
  };
  const words = texts.map(({ text }) => meaningful(text));
  const meant = withoutSlips(words.map((own) => own.map(stem)));
  const read = words.map((own, index) => {
    const stems = new Set((meant[index] ?? []).map((word) => idOf(`= ${word}`)));
    const grams = new Set(own.flatMap((word) => gramsOf(word).map(idOf)));
    for (const id of [...stems, ...grams]) known[id] = (known[id] ?? 0) + 1;
    return [
      { ids: stems, share: STEM_SHARE },
      { ids: grams, share: SPELLING_SHARE },
    ];
  });
  const common = Math.max(FEW, texts.length * COMMON_SHARE);
  const rarity = (id: number): number => Math.log((1 + texts.length) / (known[id] ?? 1)) + 1;
  const rows = read.map((blocks) =>
    blocks.flatMap(({ ids: own, share }) => {
      const length = Math.hypot(...[...own].map(rarity));
      const telling = [...own].filter((id) => (known[id] ?? 0) <= common);
      return telling.map((id) => [id, (Math.sqrt(share) * rarity(id)) / length] as const);
    }),
  );
  return { rows, features: ids.size };
}

/** Whether there is, has been or will be any: every question has them. */
const ASKING = new Set('есть бывает бывают будет вас вам нас there have has do does any'.split(' '));

/** The words that say what is asked for; all of them where there are no such words. */
function meaningful(text: string): readonly string[] {
  const words = classifierTokens(trimGreeting(text)).filter((token) => token !== '?');
  const telling = words.filter(
    (word) => isWord(word) && !isStopWord(word) && !isCaptionFiller(word) && !ASKING.has(word),
  );
  return telling.length > 0 ? telling : words.length > 0 ? words : [text.trim().toLowerCase()];
}

function gramsOf(word: string): string[] {
  const padded = ` ${word} `;
  if (padded.length <= GRAM) return [padded];
  return Array.from({ length: padded.length - GRAM + 1 }, (_, at) => padded.slice(at, at + GRAM));
}
