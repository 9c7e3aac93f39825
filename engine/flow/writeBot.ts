import type { Bot } from './botSchema.ts';

/** The order of keys in a bot file, by the place they stand in; unknown keys follow, sorted. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  bot: [
    'format',
    'id',
    'name',
    'language',
    'languages',
    'timeZone',
    'statuses',
    'variables',
    'intents',
    'entities',
    'hours',
    'settings',
    'flows',
    'layout',
    'checks',
  ],
  statuses: ['id', 'name', 'role'],
  variables: ['id', 'label', 'type'],
  intents: ['id', 'name', 'phrases'],
  entities: ['id', 'name', 'values'],
  values: ['value', 'synonyms'],
  hours: ['weekly', 'holidays'],
  weekly: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
  settings: [
    'attempts',
    'burstSeconds',
    'takeOverWhenManagerWrites',
    'resumeWord',
    'resumeStatus',
    'restartAfterHours',
    'operatorSilenceMinutes',
    'autoReplies',
    'answerWithinMinutes',
    'operatorWords',
    'stopWords',
    'caution',
  ],
  flows: ['id', 'name', 'main', 'nodes'],
  nodes: ['id', 'kind', 'name', 'note', 'disabled', 'data', 'exits'],
  data: ['text', 'words', 'parts', 'variants', 'pick', 'options', 'after', 'answer', 'saveTo', 'intents', 'status'],
  options: ['id', 'label', 'synonyms', 'code'],
  parts: ['text', 'image', 'file'],
  checks: ['id', 'name', 'steps'],
};

/**
 * The canonical text of a bot: keys in a fixed order, two spaces, nodes sorted by id, one newline at the end. Two writes
 * of the same bot are the same bytes, and an edit of one node is one hunk in `git diff`.
 */
export function writeBot(bot: Bot): string {
  const sorted = {
    ...bot,
    flows: bot.flows.map((flow) => ({ ...flow, nodes: [...flow.nodes].sort((a, b) => compare(a.id, b.id)) })),
  };
  return `${JSON.stringify(ordered(sorted, 'bot', ''), null, 2)}\n`;
}

function ordered(value: unknown, place: string, parent: string): unknown {
  if (Array.isArray(value)) return value.map((item) => ordered(item, place, parent));
  if (typeof value !== 'object' || value === null) return value;
  const source = value as Record<string, unknown>;
  // In the layout `nodes` is a map of places by node id, not a list of nodes.
  const order = parent === 'layout' || !Object.hasOwn(ORDER, place) ? [] : (ORDER[place] ?? []);
  const known = order.filter((key) => source[key] !== undefined);
  const rest = Object.keys(source)
    .filter((key) => !order.includes(key) && source[key] !== undefined)
    .sort(compare);
  // Steps of a check read as they were written: what is done comes before what is expected.
  const keys = place === 'steps' ? Object.keys(source) : [...known, ...rest];
  return Object.fromEntries(
    keys.map((key) => [key, ordered(source[key], key, place === 'layout' || parent === 'layout' ? 'layout' : place)]),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
