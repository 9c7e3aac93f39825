import type { Reply } from '../../../engine/protocol.ts';

type Match = Reply<'statuses.preview'>['matches'][number];

export interface StatusLinkChoice {
  readonly status: string;
  readonly external: string;
}

/** What would be linked: the pairs found by name, where nobody chose another one or none ('') by hand. */
export function chosenLinks(
  matches: readonly Match[],
  byHand: Readonly<Record<string, string>>,
): readonly StatusLinkChoice[] {
  return matches.flatMap(({ status, external }) => {
    if (status === null) return [];
    const pair = byHand[status] ?? external ?? '';
    return pair === '' ? [] : [{ status, external: pair }];
  });
}
