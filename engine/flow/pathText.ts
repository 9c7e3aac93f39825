const LONGEST_KEY = 60;
const UNSEEN = /[\p{Cc}\p{Cf}]+/gu;

/** Where in a file: `flows[0].nodes[3].data.text`. Keys are the file's own: cut where they go on for ever, without signs no one sees. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${String(key)}]` : `${text}${text === '' ? '' : '.'}${shortKey(String(key))}`,
    '',
  );
}

function shortKey(key: string): string {
  return (key.length > LONGEST_KEY ? `${key.slice(0, LONGEST_KEY)}…` : key).toWellFormed().replaceAll(UNSEEN, '�');
}
