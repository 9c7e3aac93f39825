import type { StateMigration } from './stateMigration.ts';

/** Version 2 knows sub-flows, A/B tests, goals and tags; a conversation begun before is in none and has none. */
export const callsAndChoices: StateMigration = {
  from: 1,
  up: (state) => ({ ...state, choices: {}, calls: [], goals: [], tags: [] }),
};
