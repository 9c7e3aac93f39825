const LETTERS = '0123456789abcdefghijkmnpqrstuvwxyz';

function randomTail(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => LETTERS[byte % LETTERS.length]).join('');
}

/**
 * An id nobody has: the prefix says what it is to a reader of the bot file, the tail is random, so that an id is never
 * given twice (a conversation may still wait at a node that was deleted since).
 */
export function newId(prefix: string, taken: (id: string) => boolean): string {
  for (;;) {
    const id = `${prefix}_${randomTail(6)}`;
    if (!taken(id)) return id;
  }
}
