import type { Talk } from './people.ts';
import { WORDS } from './simBot.ts';
import type { Plan } from './simulate.ts';

/** Lines a second apart; null = a word of its own, which the bot says back. */
function talk(lines: readonly (string | null)[], taken: Talk['taken'] = null, apart = 1_000): Talk {
  return { lines: lines.map((says, index) => ({ at: 3_000 + index * apart, says })), taken };
}
type Events = NonNullable<Plan['events']>;
const two = [talk([null, null]), talk([null, null])];
const at = (ms: number, what: 'kill' | 'freeze' | 'cut' | 'jump' | 'publish', lasts = 0): Events => [
  { at: ms, what, ms: lasts },
];

/** What an engine does in a day, each by itself. */
export const SCENARIOS: Readonly<Record<string, Plan>> = {
  'a word': { talks: [talk([null])] },
  'a question and its answer': { talks: [talk([null, null])] },
  'an album of lines': { talks: [talk([null, null, null, null], null, 30)] },
  'two customers at once': { talks: two },
  'a change of status': { talks: [talk([null, WORDS.order])] },
  'words during a change of status': { talks: [talk([null, WORDS.order, null], null, 40)] },
  'a request to a server': { talks: [talk([null, WORDS.fetch])] },
  'words during a request': { talks: [talk([null, WORDS.fetch, null], null, 40)] },
  'a timer': { talks: [talk([null, WORDS.wait])] },
  'a hand-off': { talks: [talk([null, WORDS.hand])] },
  'a person writes': { talks: [talk([null, null, null], { at: 4_500, by: 'word' })] },
  'a person moves the lead': { talks: [talk([null, null, null], { at: 4_500, by: 'status' })] },
  'a new version in mid-talk': { talks: [talk([null, null, null])], events: at(4_500, 'publish') },
  'an end and a start': { talks: two, events: at(3_050, 'kill', 500) },
  'an end during a request': { talks: [talk([null, WORDS.fetch, null])], events: at(4_100, 'kill', 500) },
  'an end during a change of status': { talks: [talk([null, WORDS.order, null])], events: at(4_040, 'kill', 500) },
  'an end during a wait': { talks: [talk([null, WORDS.wait])], events: at(10_000, 'kill', 60_000) },
  'two ends': { talks: two, events: [...at(3_050, 'kill', 300), ...at(4_050, 'kill', 300)] },
  'no network': { talks: two, events: at(2_500, 'cut', 8_000) },
  'a sleep': { talks: two, events: at(3_500, 'freeze', 60_000) },
  'a clock set back': { talks: two, events: at(3_500, 'jump', -86_400_000) },
  'every delivery twice': { talks: two, weather: { redelivered: 1 } },
  'every delivery out of its order': { talks: [talk([null, null, null], null, 8_000)], weather: { reordered: 1 } },
};
