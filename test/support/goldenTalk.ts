import { checkStart } from '../../engine/check/checkStart.ts';
import { startConversation, type Conversation } from '../../engine/check/conversation.ts';
import { isWrong, playLine } from '../../engine/check/playLine.ts';
import type { TalkItem } from '../../engine/check/talkItem.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { compileBot, type BotProgram } from '../../engine/runtime/compileBot.ts';
import { packState } from '../../engine/runtime/packedState.ts';
import { restoreState } from '../../engine/runtime/restoreState.ts';

/**
 * A golden transcript: a conversation as an engine of its time held it, line by line, which every later engine must hold the
 * same (reliability.md, T-R6). In the file:
 *   > what is played, as `dialogram simulate` reads it
 *     what came of it: blocks gone through, texts, statuses, owners, effects
 *   = the state in the middle of it as that engine stored it; the rest must also come out of it
 *   . how it stands at the end
 */
export interface GoldenTalk {
  readonly lines: readonly string[];
  /** Before which line the state was stored, and as what. */
  readonly stored: { readonly before: number; readonly state: unknown } | null;
  readonly text: string;
}

/** What a later engine makes of the lines. `stored` is restored and gone on from where it was kept; null = it is kept now. */
export function playGolden(program: BotProgram, { lines, stored }: Omit<GoldenTalk, 'text'>): string {
  const middle = stored?.before ?? Math.ceil(lines.length / 2);
  let talk = startConversation(program, { at: checkStart(program.facts.timeZone), channel: 'whatsapp' });
  const told: string[] = [];
  for (const [index, line] of lines.entries()) {
    if (index === middle) {
      const state: unknown = stored?.state ?? JSON.parse(JSON.stringify(packState(talk.state)));
      told.push(`= ${JSON.stringify(state)}`);
      const restored = restoreState(state);
      if (!restored.ok) throw new Error(`the stored state is not read: ${JSON.stringify(restored.fault)}`);
      talk = { ...talk, state: restored.value };
    }
    told.push(`> ${line}`);
    const played = playLine(talk, line);
    if (isWrong(played)) {
      told.push(`  cannot be played: ${played.wrong}`);
      continue;
    }
    const before = played.items.length < talk.items.length || line === '/new' ? 0 : talk.items.length;
    told.push(...played.items.slice(before).flatMap((item) => itemLine(item)));
    talk = played;
  }
  return [...told, `. ${ending(talk)}`].join('\n');
}

function itemLine(item: TalkItem): string[] {
  switch (item.from) {
    case 'customer':
    case 'operator':
      return [];
    case 'bot': {
      const media = item.media === undefined ? '' : ` [${item.media.kind} ${item.media.url}]`;
      return [`  bot ${item.node?.node ?? ''}: ${JSON.stringify(item.text)}${media}`];
    }
    case 'system': {
      if (item.event === 'path')
        return item.places.length === 0 ? [] : [`  path ${item.places.map(({ node }) => node).join(' → ')}`];
      const { from: _from, turn: _turn, at: _at, event, ...facts } = item;
      return [`  ${event} ${JSON.stringify(facts)}`];
    }
  }
}

function ending({ state, timers, now }: Conversation): string {
  const { owner, status, variables, tags, wait } = state;
  const due = [...timers].map(([name, at]) => [name, at - now] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify({ owner, status, at: wait?.place ?? null, variables, tags, timers: Object.fromEntries(due) });
}

/** The transcripts of a file, in their order. */
export function readGolden(text: string): GoldenTalk[] {
  return text
    .split(/^=== \d+\n/mu)
    .slice(1)
    .map((part) => {
      const rows = part.trimEnd().split('\n');
      const marked = rows.filter((row) => /^[>=] /u.test(row));
      const before = marked.findIndex((row) => row.startsWith('= '));
      const state = marked[before];
      return {
        lines: marked.flatMap((row) => (row.startsWith('> ') ? [row.slice(2)] : [])),
        stored: state === undefined ? null : { before, state: JSON.parse(state.slice(2)) as unknown },
        text: rows.join('\n'),
      };
    });
}

/** How many a bot has. */
const TALKS = 20;

/** New transcripts of a bot, by today's engine. Only when a change of behaviour is meant: what the file said before is lost. */
export function recordGolden(bot: Bot): string {
  const program = compileBot(bot);
  const words = wordsFor(bot);
  const talks = Array.from({ length: TALKS }, (_, index) => {
    const lines = linesOf(words, index + 1);
    return `=== ${String(index + 1)}\n${playGolden(program, { lines, stored: null })}\n`;
  });
  return talks.join('');
}

const ANSWERS = [
  ...['1', '2', '3', '4', '1', '2', '0', '7', '99', 'да', 'нет', 'yes', 'no', '2️⃣', 'пункт 2', 'три'],
  ...['Анна', '+7 916 123-45-67', 'anna@example.org', 'завтра', 'в субботу в 15:30', '25 декабря', '5', 'tomorrow'],
  ...['меню', 'menu', 'бот', 'bot', 'оператор', 'operator', 'назад', 'стоп', 'абырвалг йцукен', '🎂', 'qwerty zxcv'],
  ...['/advance 5m', '/advance 2h', '/advance 26h', '/operator Добрый день', '/take', '/return', '/new', '/refuse'],
  ...['/accept', '/image https://example.org/cake.png', '/channel telegram', '/manager Чужой статус'],
];

/** What customers of this bot write: captions, words of commands, phrases as they were taught, and what anybody writes. */
function wordsFor({ flows, statuses = [], intents = [] }: Bot): readonly string[] {
  const data = flows.flatMap(({ nodes }) => nodes.map((node) => node.data ?? {}));
  const captions = data.flatMap(({ options }) =>
    Array.isArray(options) ? options.map((option: { label?: unknown }) => option.label) : [],
  );
  const commands = data.flatMap(({ words }) => (Array.isArray(words) ? (words as unknown[]) : []));
  const phrases = intents.flatMap(({ phrases: taught }) => taught.slice(0, 2));
  const moves = statuses.map(({ id }) => `/manager ${id}`);
  const own = [...captions, ...commands, ...phrases].filter((word) => typeof word === 'string');
  return [...ANSWERS, ...moves, ...own, ...own, ...own];
}

function linesOf(words: readonly string[], seed: number): string[] {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0;
  const draw = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return Array.from({ length: 6 + draw(9) }, (_, index) =>
    index === 0 && draw(3) > 0 ? 'привет' : (words[draw(words.length)] ?? 'привет'),
  );
}
