const LONGEST = 60;

/** What a conversation may be called: what the customer asked for, in their own words. */
export function suggestName(said: readonly string[]): string {
  const words = said.map((text) => text.trim().replaceAll(/\s+/gu, ' ')).filter((text) => /\p{L}/u.test(text));
  const name = (words[1] ?? words[0] ?? '').slice(0, LONGEST);
  return name.charAt(0).toLocaleUpperCase() + name.slice(1);
}
