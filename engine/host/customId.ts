import type { Chance } from '../ports/chance.ts';

/** Ours in every `customId`; the rest cannot be guessed (reliability.md, 6: forged echo). */
export const CUSTOM_ID_PREFIX = 'dg:';
const CUSTOM_ID_BITS = 96;

export function newCustomId(chance: Chance): string {
  return `${CUSTOM_ID_PREFIX}${chance.secret(CUSTOM_ID_BITS)}`;
}
