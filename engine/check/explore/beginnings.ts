import { advanceTime, moveStatus, type Conversation } from '../conversation.ts';
import type { Act } from './act.ts';
import { entrances, greet, passTime, write } from './acts.ts';
import { heardTexts } from './heard.ts';
import type { Lens } from './lens.ts';
import { showValue } from '../../expression/template.ts';

const HOUR = 3_600_000;
const WEEK_HOURS = 168;
const MOMENTS = 6;

/**
 * Every way in: each start and command, each first message that is read as it stands, at each time of the week that decides
 * something, by each channel told apart.
 */
export function beginnings(fresh: Conversation, lens: Lens): { readonly act: Act; readonly talk: Conversation }[] {
  const worlds = [...moments(fresh, lens), ...channels(fresh, lens)];
  const ways = entrances(fresh.program);
  const messages = heardTexts(fresh.program, lens.compared).texts.map(write);
  return worlds.flatMap(({ talk, lines }) => {
    const said: Act[] = [greet(fresh.program)];
    for (const { text, status, channel } of ways) {
      if (text === undefined && status === undefined && channel === undefined) continue;
      const words = text === undefined ? greet(fresh.program) : write(text);
      said.push(through(words, status, channel));
    }
    said.push(...messages);
    return said.map((act) => ({ act: { ...act, lines: [...lines, ...act.lines] }, talk }));
  });
}

function through(words: Act, status: string | undefined, channel: string | undefined): Act {
  const before = [
    ...(channel === undefined ? [] : [`/channel ${channel}`]),
    ...(status === undefined ? [] : [`/manager ${status}`]),
  ];
  return {
    lines: [...before, ...words.lines],
    run: (talk) => {
      const there = channel === undefined ? talk : { ...talk, channel };
      return words.run(status === undefined ? there : moveStatus(there, status));
    },
  };
}

interface World {
  readonly talk: Conversation;
  readonly lines: readonly string[];
}

function moments(fresh: Conversation, lens: Lens): World[] {
  const worlds = new Map<string, World>([[lens.clock(fresh), { talk: fresh, lines: [] }]]);
  if (lens.clock(fresh) === '') return [...worlds.values()];
  for (let hour = 1; hour <= WEEK_HOURS && worlds.size < MOMENTS; hour += 1) {
    const later = { ...advanceTime(fresh, hour * HOUR), items: [] };
    const key = lens.clock(later);
    if (!worlds.has(key)) worlds.set(key, { talk: later, lines: passTime(hour * HOUR).lines });
  }
  return [...worlds.values()];
}

function channels(fresh: Conversation, lens: Lens): World[] {
  return (lens.compared.get('channel') ?? []).map(showValue).map((channel) => ({
    talk: { ...fresh, channel },
    lines: [`/channel ${channel}`],
  }));
}
