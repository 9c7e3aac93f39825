import type { Value } from '../model/value.ts';
import { valueSchema } from '../model/value.ts';
import type { BotProgram } from '../runtime/compileBot.ts';
import {
  advanceTime,
  chooseOwner,
  moveStatus,
  operatorSays,
  say,
  startConversation,
  type Conversation,
} from './conversation.ts';
import { readDuration } from './duration.ts';
import { giveBranch, giveRefusal, giveReply, giveValues, type CannotGive } from './givenWorld.ts';

/** A line that cannot be played: no such command or not its arguments, or what it names is not in the bot. */
export interface WrongLine {
  readonly wrong: 'command' | CannotGive['cannot'];
  readonly line: string;
  /** What was named and is not there. */
  readonly named?: string;
}

/**
 * Plays one line of a conversation as `dialogram simulate` reads it: the customer's words, or a command that begins with
 * `/` (bot-format.md, 2). `//start` is a customer who writes «/start».
 *   /advance 24h · /operator TEXT · /manager STATUS · /new · /channel TYPE
 *   /image URL [TEXT] · /file URL [TEXT] · /take · /return
 *   /set VARIABLE VALUE · /http NODE REPLY · /choose NODE BRANCH · /refuse [NODE…] · /accept
 */
export function playLine(talk: Conversation, line: string): Conversation | WrongLine {
  if (line.startsWith('//')) return say(talk, line.slice(1));
  if (!line.startsWith('/')) return say(talk, line);
  const [, name = '', rest = ''] = /^\/(\S*)\s*(.*)$/su.exec(line) ?? [];
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  const done = command?.(talk, rest.trim()) ?? null;
  if (done === null) return { wrong: 'command', line };
  return 'cannot' in done ? { wrong: done.cannot, line, named: done.named } : done;
}

export function isWrong(played: Conversation | WrongLine): played is WrongLine {
  return 'wrong' in played;
}

/** Null: the arguments are not those of this command. */
type Command = (talk: Conversation, told: string) => Conversation | CannotGive | null;

const COMMANDS: Readonly<Record<string, Command>> = {
  advance(talk, told) {
    const ms = readDuration(told);
    return ms === null ? null : advanceTime(talk, ms);
  },
  operator: (talk, told) => (told === '' ? null : operatorSays(talk, told)),
  manager: (talk, told) => (told === '' ? null : moveStatus(talk, statusNamed(talk.program, told))),
  take: (talk, told) => (told === '' ? chooseOwner(talk, 'human') : null),
  return: (talk, told) => (told === '' ? chooseOwner(talk, 'bot') : null),
  new: (talk) => anew(talk),
  channel: (talk, told) => (told === '' ? null : { ...talk, channel: told }),
  image: (talk, told) => sends(talk, 'image', told),
  file: (talk, told) => sends(talk, 'file', told),
  set(talk, told) {
    const [name, value] = firstWord(told);
    return name === '' ? null : giveValues(talk, { [name]: readValue(talk.program, name, value) });
  },
  http(talk, told) {
    const [node, reply] = firstWord(told);
    return node === '' || reply === '' ? null : giveReply(talk, node, readJson(reply));
  },
  choose(talk, told) {
    const [node, branch] = firstWord(told);
    return node === '' || branch === '' ? null : giveBranch(talk, node, branch);
  },
  refuse: (talk, told) => giveRefusal(talk, told === '' ? true : told.split(/\s+/u)),
  accept: (talk, told) => (told === '' ? giveRefusal(talk, false) : null),
};

/** Another lead, in the same world: what was faked stays faked. */
function anew(talk: Conversation): Conversation {
  const { program, now: at, channel, customer, refuseStatus, refusedAt, http, chosen } = talk;
  return startConversation(program, { at, channel, customer, refuseStatus, refusedAt, http, chosen });
}

function sends(talk: Conversation, type: 'image' | 'file', told: string): Conversation | null {
  const [url, text] = firstWord(told);
  return url === '' ? null : say(talk, text, [{ type, url }]);
}

function firstWord(told: string): [string, string] {
  const [, word = '', rest = ''] = /^(\S*)\s*(.*)$/su.exec(told) ?? [];
  return [word, rest];
}

/** As JSON where it is a value; a variable that holds text takes the words as they stand («5» stays «5»). */
function readValue(program: BotProgram, name: string, written: string): Value {
  const type = program.facts.variables.find(({ id }) => id === name)?.type;
  if ((type === 'text' || type === 'date') && !written.startsWith('"')) return written;
  return valueSchema.catch(written).parse(readJson(written));
}

function readJson(written: string): unknown {
  try {
    return JSON.parse(written) as unknown;
  } catch {
    return written;
  }
}

/** By id, or by name as Umnico's statuses are matched: trimmed, in any case. Null = a status the bot does not know. */
function statusNamed(program: BotProgram, told: string): string | null {
  const { statuses } = program.facts;
  const same = (name: string): boolean => name.trim().toLowerCase() === told.toLowerCase();
  return (statuses.find(({ id }) => id === told) ?? statuses.find(({ name }) => same(name)))?.id ?? null;
}
