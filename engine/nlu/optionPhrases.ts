import { normalise } from './normalise.ts';
import { isCaptionFiller, isNegator } from './optionFillers.ts';
import { foldDigits } from './plainWords.ts';
import { stemmerFor } from './stem.ts';

const LONGEST_REPLY = 300;
const WORD = /[\p{L}\p{M}\p{N}]+(?:'\p{L}+)?/gu;
const CLAUSE_BREAK = /[,.;:!?\n()]+|\s[-–—]\s/u;
const REFUSING_VERB =
  /^(?:нуж(?:ен|на|но|ны)|надо|интересу\p{L}+|интересно|требуется|хочу|хотим|буду|need|needed|want|interested|quiero)$/u;
const EMOJI_GLUE = /[\u{FE0E}\u{FE0F}\u{200D}\u{1F3FB}-\u{1F3FF}]/gu;
const stem = stemmerFor(['ru', 'en', 'es']);

export interface Word {
  text: string;
  stem: string;
  /** Stands after «не» in its clause. */
  refused: boolean;
}

/** A caption, a synonym or a reply, prepared for comparison. */
export interface Phrase {
  /** As typed but for case, ё and emoji variants: the only form in which «👍» and "C++" can be compared. */
  raw: string;
  /** Words only. */
  folded: string;
  words: readonly Word[];
  /** Words that carry meaning; all of them when there are only fillers. */
  content: readonly Word[];
  letters: number;
  /** Its words, and those that carry meaning, without spaces. */
  run: string;
  gist: string;
}

export function readPhrase(text: string): Phrase {
  const kept = text.slice(0, LONGEST_REPLY);
  const words = foldDigits(kept).split(CLAUSE_BREAK).flatMap(readClause);
  const content = words.filter((word) => !isCaptionFiller(word.text) && !isNegator(word.text));
  const folded = words.map((word) => word.text).join(' ');
  const run = folded.replaceAll(' ', '');
  const telling = content.length > 0 ? content : words;
  return {
    raw: normalise(kept.replace(EMOJI_GLUE, '')).replace(/\s+/gu, ' ').trim(),
    folded,
    words,
    content: telling,
    letters: run.length,
    run,
    gist: telling.length === words.length ? run : telling.map((word) => word.text).join(''),
  };
}

function readClause(clause: string): Word[] {
  const texts: string[] = clause.match(WORD) ?? [];
  // «каталог не нужен» refuses what stands before it; «каталог не открывается» does not.
  let refused = texts.some((text, at) => isNegator(text) && REFUSING_VERB.test(texts[at + 1] ?? ''));
  return texts.map((text) => {
    const word = { text, stem: stem(text), refused };
    if (isNegator(text)) refused = true;
    return word;
  });
}
