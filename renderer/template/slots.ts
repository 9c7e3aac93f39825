const SLOT = /\{\{\s*[^{}|]+?\s*(?:\|[^{}]*)?\}\}/g;

/** A `{{variable}}` in a text, from its first brace to behind its last. */
export interface Slot {
  readonly from: number;
  readonly to: number;
}

export function slotsOf(text: string): Slot[] {
  return [...text.matchAll(SLOT)].map((match) => ({ from: match.index, to: match.index + match[0].length }));
}

/** Where a key press in a text with chips takes the caret: a chip is passed, and deleted, as one sign. */
export interface ChipMove {
  /** The selection to make before the key does its own work. */
  readonly select: Slot;
  /** The key is done with that. */
  readonly isWhole: boolean;
}

interface Press {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Only with a bare caret at the edge of a chip; inside one (to write a fallback) it is text like any other. */
export function chipMove(text: string, caret: number, press: Press): ChipMove | null {
  if (press.ctrlKey || press.metaKey || press.altKey || press.shiftKey) return null;
  const slots = slotsOf(text);
  const before = slots.find((slot) => slot.to === caret);
  const after = slots.find((slot) => slot.from === caret);
  if (press.key === 'Backspace' && before) return { select: before, isWhole: false };
  if (press.key === 'Delete' && after) return { select: after, isWhole: false };
  if (press.key === 'ArrowLeft' && before) return { select: { from: before.from, to: before.from }, isWhole: true };
  if (press.key === 'ArrowRight' && after) return { select: { from: after.to, to: after.to }, isWhole: true };
  return null;
}
