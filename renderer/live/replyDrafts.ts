/** What was typed and not sent, by lead: another conversation may be looked at in between. As long as the window is open. */
const drafts = new Map<string, string>();

export function draftFor(lead: string): string {
  return drafts.get(lead) ?? '';
}

export function keepDraft(lead: string, text: string): void {
  if (text === '') drafts.delete(lead);
  else drafts.set(lead, text);
}
