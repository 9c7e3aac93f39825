import type { LeadUpdate } from '../ports/channel.ts';

/**
 * The lead's comment after an update. Lines about the customer come before the comment, so that a comment that stands
 * last was written already: after a lost answer the same update changes nothing.
 */
export function writtenDetails(before: string, update: Omit<LeadUpdate, 'amount'>): string {
  const { comment = '', replaceComment = false, contacts = [], keepExisting } = update;
  const note = comment.trim();
  const replaces = replaceComment && note !== '';
  let body = replaces ? '' : withoutLast(before, note);
  for (const { label, value } of contacts) body = withLine(body, label, value, keepExisting);
  // Untouched to the last blank where there is nothing to say.
  if (!replaces && body === withoutLast(before, note)) return appended(before, note);
  return appended(body, note);
}

/** A text below the comment, unless it stands there already. */
export function appended(details: string, text: string): string {
  const note = text.trim();
  const before = details.trimEnd();
  if (note === '' || before === note || before.endsWith(`\n${note}`)) return details;
  return before === '' ? note : `${before}\n${note}`;
}

function withoutLast(details: string, note: string): string {
  const before = details.trimEnd();
  if (note === '') return before;
  if (before === note) return '';
  return before.endsWith(`\n${note}`) ? before.slice(0, -note.length - 1) : before;
}

/** One line a label: where it stands already it is written over, or kept. */
function withLine(details: string, label: string, value: string, keeps: boolean): string {
  const line = `${label}: ${value.replaceAll(/\s+/gu, ' ').trim()}`;
  const lines = details === '' ? [] : details.split('\n');
  const at = lines.findIndex((one) => one.startsWith(`${label}:`));
  if (at < 0) return [...lines, line].join('\n');
  const isFilled = (lines[at] ?? '').slice(label.length + 1).trim() !== '';
  return keeps && isFilled ? details : lines.with(at, line).join('\n');
}
