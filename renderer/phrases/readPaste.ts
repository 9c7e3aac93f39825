import { phraseKey } from '../../engine/nlu/phraseKey.ts';

export interface Pasted {
  readonly phrases: readonly string[];
  /** Lines that were there already, in the topic or above. */
  readonly repeated: number;
  /** Lines without a word. */
  readonly empty: number;
}

/** «- », «• », «1) », «2. » before a phrase, as lists in documents have them. */
const BULLET = /^\s*(?:[-–—*•·▪]|\d{1,3}[.)])\s+/u;
/** A whole phrase in quotes of one kind: the quotes are of the document, not of the customer. */
const QUOTED = /^(?:«([^«»]+)»|"([^"]+)"|“([^“”]+)”|„([^„“]+)“)[,;.]?$/u;

/** Many lines as phrases of a topic that has `present` already: every phrase once, marks of lists taken off. */
export function readPaste(text: string, present: readonly string[]): Pasted {
  const known = new Set(present.map(phraseKey));
  const phrases: string[] = [];
  let repeated = 0;
  let empty = 0;
  for (const line of text.replace(/(?:\r?\n)+$/u, '').split(/\r\n|\r|\n|\u2028/u)) {
    const phrase = cleanPhrase(line);
    const key = phraseKey(phrase);
    if (key === '') empty += 1;
    else if (known.has(key)) repeated += 1;
    else {
      known.add(key);
      phrases.push(phrase);
    }
  }
  return { phrases, repeated, empty };
}

function cleanPhrase(line: string): string {
  const bare = line.replace(BULLET, '').replace(/\s+/gu, ' ').trim();
  const quoted = QUOTED.exec(bare);
  return (quoted?.slice(1).find(Boolean) ?? bare).trim();
}
