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

/** How many statuses would have another pair, get their first or lose theirs. */
export function changedLinks(before: readonly StatusLinkChoice[], after: readonly StatusLinkChoice[]): number {
  const pairs = (links: readonly StatusLinkChoice[]) => new Map(links.map((link) => [link.status, link.external]));
  const [was, is] = [pairs(before), pairs(after)];
  return [...new Set([...was.keys(), ...is.keys()])].filter((status) => was.get(status) !== is.get(status)).length;
}
