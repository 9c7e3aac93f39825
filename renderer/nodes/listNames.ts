/** A few names in a row, the rest as a number: «доставка, цена, возврат +2». */
export function listNames(names: readonly string[], most = 3): string {
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? `${shown} +${String(names.length - most)}` : shown;
}
