/** What a line can do with its variable; in this spelling it is written to the file. */
export const ACTIONS = ['=', '+', '-', 'append', 'clear', 'now', 'random'] as const;
export type Action = (typeof ACTIONS)[number];

const STEPS: readonly string[] = ['increment', 'inc', '++', 'decrement', 'dec', '--'];
const SPELLINGS: Readonly<Record<Action, readonly string[]>> = {
  '=': ['set', 'assign', ':=', 'is', 'write', 'save', 'copy'],
  '+': ['add', '+=', 'plus', 'increment', 'inc', '++', 'increase', 'sum'],
  '-': ['subtract', '-=', 'minus', 'decrement', 'dec', '--', 'decrease', '−'],
  append: ['push', 'concat', 'appendto', 'additem', 'join'],
  clear: ['unset', 'reset', 'delete', 'remove', 'empty'],
  now: ['today', 'timestamp', 'currenttime'],
  random: ['rand', 'randomnumber'],
};

const BY_SPELLING: ReadonlyMap<string, Action> = new Map(
  ACTIONS.flatMap((action) => [action, ...SPELLINGS[action]].map((spelling) => [spelling, action])),
);

/** The action a file names; none named is to write. Null = no such action. */
export function actionOf(spelling: string | undefined): Action | null {
  return BY_SPELLING.get(plain(spelling ?? '=')) ?? null;
}

/** Counting by one, when no number is given. */
export function isStep(spelling: string): boolean {
  return STEPS.includes(plain(spelling));
}

/** Asks for no value. */
export function takesValue(action: Action): boolean {
  return action !== 'clear' && action !== 'now';
}

function plain(spelling: string): string {
  const word = spelling.trim().toLowerCase();
  return /\p{L}/u.test(word) ? word.replaceAll(/[\s_-]/gu, '') : word;
}
