/** JSON of the author's own as it is edited: a text as it stands, anything else laid out. */
export function asText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}
