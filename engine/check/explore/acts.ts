import type { Attachment } from '../../model/event.ts';
import type { Offered, Wait } from '../../model/state.ts';
import { nodeAt, type BotProgram, type ProgramNode } from '../../runtime/compileBot.ts';
import { advanceTime, moveStatus, nextDue, operatorSays, say, type Conversation } from '../conversation.ts';
import type { Act } from './act.ts';
import type { Allowance } from './allowance.ts';
import { heardTexts, listened } from './heard.ts';
import type { Lens } from './lens.ts';
import { allNodes } from './values.ts';

/** Letters that are no word of any language, and no option, topic or name. */
const NOTHING = { ru: 'щъыъ жгъы', en: 'xqzv vwqk' };
const PICTURE: Attachment = { type: 'image', url: 'https://example.org/photo.jpg' };
const HELLO = { ru: 'Здравствуйте', en: 'Hello' };

const languageOf = (program: BotProgram): 'ru' | 'en' => (program.facts.language.startsWith('ru') ? 'ru' : 'en');

/** Words that begin with `/` are written with one more, or they would be a command of `simulate`. */
export const write = (text: string): Act => ({
  lines: [text.startsWith('/') ? `/${text}` : text],
  run: (talk) => say(talk, text),
});

export function greet(program: BotProgram): Act {
  return write(HELLO[languageOf(program)]);
}

export function passTime(ms: number): Act {
  return { lines: [`/advance ${timeText(ms)}`], run: (talk) => advanceTime(talk, ms) };
}

/** Whole seconds: a timer that falls due within one has fallen due after it. */
function timeText(ms: number): string {
  const seconds = Math.ceil(ms / 1_000);
  if (seconds % 86_400 === 0 && seconds > 0) return `${String(seconds / 86_400)}d`;
  if (seconds % 3_600 === 0 && seconds > 0) return `${String(seconds / 3_600)}h`;
  return seconds % 60 === 0 ? `${String(seconds / 60)}m` : `${String(seconds)}s`;
}

/**
 * Everything that can happen next in a conversation, one act a class: each option, each kind of answer, no answer, people.
 */
export function createActs(program: BotProgram, lens: Lens, allowance: Allowance): (talk: Conversation) => Act[] {
  const calls = createCalls(program, lens);
  const woken = new Set(entrances(program).flatMap(({ text }) => text ?? []));
  return (talk) => actsAt(talk, lens, allowance, calls, [...woken]);
}

function actsAt(talk: Conversation, lens: Lens, allowance: Allowance, calls: Calls, woken: readonly string[]): Act[] {
  const { state, program } = talk;
  const acts: Act[] = [];
  const { wait } = state;
  const due = nextDue(talk);
  const time = due === null ? [] : [passTime(Math.ceil((due - talk.now) / 1_000) * 1_000)];
  if (state.owner === 'bot' && wait !== null && state.phase === 'talking') {
    const node = nodeAt(program, wait.place);
    if (wait.memo.paused === true) acts.push(...resuming(wait));
    else if (node !== undefined) acts.push(...answers(talk, node, wait, lens, allowance));
    acts.push(...time, ...fromAnywhere(talk, `${wait.place.flow}/${wait.place.node}`, allowance, calls));
    return acts;
  }
  return [...time, ...wakings(talk, allowance, woken)];
}

function resuming({ memo }: Wait): Act[] {
  return typeof memo.word === 'string' && memo.word !== '' ? [write(memo.word)] : [];
}

function answers(talk: Conversation, node: ProgramNode, wait: Wait, lens: Lens, allowance: Allowance): Act[] {
  const { program, state } = talk;
  const { kind, data, place } = node;
  const acts = wait.offered.map((option) => write(optionText(option)));
  const values = (kind?.writes?.(data) ?? []).flatMap((name) => lens.compared.get(name) ?? []);
  const samples = kind?.samples?.(data, wait, program.facts, [...values, ...(lens.compared.get('message.text') ?? [])]);
  for (const { text, attachments } of samples ?? [])
    acts.push(attachments === undefined ? write(text) : sendFile(attachments[0] ?? PICTURE));
  acts.push({ ...write(NOTHING[languageOf(program)]), isMiss: true });
  const here = `${place.flow}/${place.node}`;
  if (kind?.answers?.validator !== undefined && allowance.take(`picture ${here}`, 2))
    acts.push({ ...sendFile(PICTURE), isMiss: true });
  const back = program.words.backWords[0];
  if (back !== undefined && state.menus.length > 0 && allowance.take(`back ${here}`, 2)) acts.push(write(back));
  const last = state.lastMenu?.offered?.[0];
  if (last !== undefined && wait.offered.length === 0 && allowance.take(`lastMenu ${here}`, 1))
    acts.push(write(optionText(last)));
  return acts;
}

function optionText(option: Offered): string {
  return option.code === '' ? option.label : option.code;
}

function sendFile(attachment: Attachment): Act {
  return {
    lines: [`/${attachment.type === 'image' ? 'image' : 'file'} ${attachment.url}`],
    run: (talk) => say(talk, '', [attachment]),
  };
}

/** What works wherever the conversation waits: commands, topics that listen, people who are asked for or step in. */
function fromAnywhere(talk: Conversation, here: string, allowance: Allowance, calls: Calls): Act[] {
  const { program } = talk;
  const acts = [...calls.at(here, allowance)];
  const words = program.facts.settings.operatorWords ?? program.words.operatorWords;
  if (words[0] !== undefined && allowance.take(`operator ${here}`, 1) && allowance.take('operator', 6))
    acts.push({ ...write(words[0]), byPeople: true });
  const stop = (program.facts.settings.stopWords ?? program.words.stopWords)[0];
  if (stop !== undefined && allowance.take('stop', 1)) acts.push({ ...write(stop), byPeople: true });
  const people = program.facts.statuses.find((status) => status.role === 'operator');
  if (people !== undefined && allowance.take(`taken ${here}`, 1)) acts.push(moves(people.id));
  if (allowance.take('written', 2)) {
    const text = languageOf(program) === 'ru' ? 'Здравствуйте, это Анна' : 'Hello, this is Anna';
    acts.push({ lines: [`/operator ${text}`], byPeople: true, run: (before) => operatorSays(before, text) });
  }
  return acts;
}

/** Commands and topics, called from the first few places the walk comes to. */
interface Calls {
  at(place: string, allowance: Allowance): readonly Act[];
}
const COMMANDS_FROM = 3;
/** A topic is heard only where nothing nearer understands the phrase. */
const TOPICS_FROM = 8;

/** How often the messages that are read as they stand are tried at a wait before their reader. */
const HEARD = 2;

function createCalls(program: BotProgram, lens: Lens): Calls {
  const commands = entrances(program).flatMap(({ node, text }) => (node.kind?.kind === 'start' ? [] : (text ?? [])));
  const topics = program.ordered.flatMap((flow) => flow.listeners).flatMap((node) => listened(node, program));
  const heard = heardTexts(program, lens.compared);
  const messages = heard.texts.map(write);
  const acts = { commands: [...new Set(commands)].map(write), topics: [...new Set(topics)].map(write) };
  const places = new Set<string>();
  return {
    at(place, allowance) {
      const read = heard.before.has(place) && allowance.take(`heard ${place}`, HEARD) ? messages : [];
      if (places.size >= TOPICS_FROM || places.has(place)) return read;
      places.add(place);
      return [...read, ...(places.size <= COMMANDS_FROM ? acts.commands : []), ...acts.topics];
    },
  };
}

const moves = (status: string): Act => ({
  lines: [`/manager ${status}`],
  byPeople: true,
  run: (talk) => moveStatus(talk, status),
});

/** While people have the lead, or nobody: what brings the bot back. */
function wakings(talk: Conversation, allowance: Allowance, woken: readonly string[]): Act[] {
  const { program, state } = talk;
  const acts: Act[] = [];
  const bot = program.facts.statuses.find((status) => status.role === 'bot' && status.id !== state.status);
  if (bot !== undefined && state.owner !== 'bot') acts.push(moves(bot.id));
  const word = program.facts.settings.resumeWord ?? '';
  if (word !== '' && allowance.take(`resume ${state.owner} ${state.menus.at(-1)?.node ?? ''}`, 2))
    acts.push(write(word));
  if (allowance.take(`wake ${state.owner} ${state.phase}`, 1)) acts.push(...woken.map(write));
  if (state.owner === 'bot' && allowance.take('again', 2)) acts.push(greet(program));
  return acts;
}

interface Entrance {
  readonly node: ProgramNode;
  readonly text?: string;
  readonly status?: string;
  readonly channel?: string;
}

/** By what words, statuses and channels conversations come in. */
export function entrances(program: BotProgram): Entrance[] {
  return allNodes(program).flatMap((node) =>
    node.disabled ? [] : (node.kind?.entrances?.(node.data) ?? []).map((entrance) => ({ node, ...entrance })),
  );
}
