/** Letters that follow each other within this time are one word (ms). */
const PAUSE_MS = 700;

let typed = '';
let timer: ReturnType<typeof setTimeout> | undefined;

/** A word is being typed: its next letter is a letter, not a shortcut. `done` is called when it is over. */
export function typeAhead(letter: string, done: () => void): string {
  clearTimeout(timer);
  typed += letter.toLocaleLowerCase();
  timer = setTimeout(() => {
    typed = '';
    done();
  }, PAUSE_MS);
  return typed;
}

/** Is this key a letter of a word? A space is only inside one. */
export function isLetter(event: {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}): boolean {
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
  return isPlain && [...event.key].length === 1 && (event.key !== ' ' || typed !== '');
}

/** The next of these, by any of its beginnings, that begins with the word, round and round; one letter again and again walks on. */
export function nextMatch(words: readonly (readonly string[])[], here: number, word: string): number {
  const isOneLetter = [...word].every((letter) => letter === word[0]);
  const wanted = isOneLetter ? (word[0] ?? '') : word;
  const from = isOneLetter ? here + 1 : here;
  for (let step = 0; step < words.length; step += 1) {
    const at = (from + step) % words.length;
    if (words[at]?.some((beginning) => beginning.startsWith(wanted)) === true) return at;
  }
  return -1;
}
