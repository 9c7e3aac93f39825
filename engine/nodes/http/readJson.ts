/** A whole number too large to be counted with is an id: its digits are kept as text. */
function keepDigits(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  const isId = typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value);
  return isId && /^-?\d+$/u.test(context?.source ?? '') ? context?.source : value;
}

/** The value of a text of JSON; `undefined` = it is none, or is nested too deep to be walked. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text, keepDigits);
  } catch {
    return undefined;
  }
}
