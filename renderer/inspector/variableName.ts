const LONGEST = 40;

/** A name a variable can have, from what a person typed: «Номер заказа» → `номер_заказа`; a number tells repeats apart. */
export function variableName(typed: string, taken: readonly string[]): string {
  const plain = typed
    .trim()
    .toLocaleLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .replaceAll(/^_+|_+$/gu, '');
  const name = (/^\p{L}/u.test(plain) ? plain : `v_${plain}`).slice(0, LONGEST);
  if (!taken.includes(name)) return name;
  for (let number = 2; ; number += 1) {
    const numbered = `${name.slice(0, LONGEST - 4)}_${String(number)}`;
    if (!taken.includes(numbered)) return numbered;
  }
}
