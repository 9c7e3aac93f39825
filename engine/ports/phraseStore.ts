/**
 * Why a message is among the unrecognised. `other`, `unsure`: a block that understands phrases left by that output, or had to
 * ask which topic was meant; `menu`: it matched no option; `fallback`: nothing else took it.
 */
export type UnrecognisedWhy = 'other' | 'unsure' | 'menu' | 'fallback';

/** A message that was not understood, as the turn tells of it. */
export interface NewUnrecognised {
  readonly text: string;
  /** The text as phrases are compared: two with one key are one. */
  readonly key: string;
  readonly flow: string;
  readonly node: string;
  readonly why: UnrecognisedWhy;
  /** The topic it came closest to, and how close (0..1); null = to none at all. */
  readonly closest: { readonly topic: string; readonly confidence: number } | null;
}

/** What a turn tells of phrases. */
export interface TurnPhrases {
  readonly unrecognised: readonly NewUnrecognised[];
  /** Ids of the topics that were recognised. */
  readonly topics: readonly string[];
}

/** One customer's text at one place, with the last time it was said (epoch ms). */
export interface UnrecognisedRow extends NewUnrecognised {
  readonly lead: string;
  readonly version: number;
  readonly count: number;
  readonly at: number;
  readonly ignored: boolean;
}

export interface PhraseReader {
  /** Newest first; with the ignored ones. */
  unrecognised(bot: string): readonly UnrecognisedRow[];
  /** How often each topic was recognised on the days since then (epoch ms); the day of `since` counts whole. */
  topicHits(bot: string, since: number): readonly { readonly topic: string; readonly count: number }[];
}

export interface PhraseWriter {
  /** Hides texts from the list, now and when they are said again, or shows them again. Value: rows changed. */
  ignoreUnrecognised(bot: string, keys: readonly string[], ignored: boolean): number;
}
