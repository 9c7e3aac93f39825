/** Are they the same once written as JSON? The order of an object's fields means nothing, an absent one is `undefined`. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return isNoNumber(a) && isNoNumber(b);
  if (Array.isArray(a) || Array.isArray(b)) return sameLists(a, b);
  const [left, right] = [fieldsOf(a), fieldsOf(b)];
  return (
    left.length === right.length &&
    left.every(([name, value]) => Object.hasOwn(b, name) && sameJson(value, (b as Record<string, unknown>)[name]))
  );
}

function sameLists(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
  return a.every((item, index) => sameJson(item, b[index]));
}

function fieldsOf(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, field]) => field !== undefined);
}

/** JSON writes all of these as null. */
function isNoNumber(value: unknown): boolean {
  return value === null || (typeof value === 'number' && !Number.isFinite(value));
}
