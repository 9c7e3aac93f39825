/** What Stryker tells of a mutant, in the parts read here (`@stryker-mutator/api`, `Mutant` and `MutantResult`). */
export interface Mutant {
  readonly id: string;
  readonly fileName: string;
  readonly mutatorName: string;
}

/** The share of a folder's mutants that is tried: small folders need more of theirs for the same certainty. */
const SHARES: Readonly<Record<string, number>> = {
  model: 0.3,
  expression: 0.3,
  nodes: 0.08,
  flow: 0.2,
  check: 0.08,
  runtime: 0.35,
};
const SEED = process.env['MUTATION_SEED'] ?? 'dialogram';
/** MUTATION_SHARE=1 tries every mutant (hours), 0.5 half of the usual ones. */
const WISH = process.env['MUTATION_SHARE'];

/** `runtime` of `…/engine/runtime/step.ts`. */
export function folderOf(fileName: string): string {
  return /engine[\\/](\w+)/.exec(fileName)?.[1] ?? '';
}

/** Files of sentences for people: an emptied sentence is no fault of logic, and no test should repeat each one. */
export function isCounted({ fileName, mutatorName }: Mutant): boolean {
  const words = /[wW]ords\.ts$|[\\/]words[\\/]|[\\/]templates[\\/]/.test(fileName);
  return !(words && mutatorName === 'StringLiteral');
}

/** The same mutants every time for the same source and seed. */
export function isInSample(mutant: Mutant): boolean {
  return isCounted(mutant) && chance(`${SEED} ${mutant.id}`) < share(folderOf(mutant.fileName));
}

function share(folder: string): number {
  const usual = SHARES[folder] ?? 0;
  if (WISH === undefined) return usual;
  return Number(WISH) >= 1 ? 1 : usual * Number(WISH);
}

/** 0..1 from the text: FNV-1a with murmur3's last steps, so that neighbouring ids fall apart. */
function chance(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
