import { createInterface } from 'node:readline';
import { checkStart } from '../check/checkStart.ts';
import {
  advanceTime,
  moveStatus,
  operatorSays,
  say,
  startConversation,
  type Conversation,
} from '../check/conversation.ts';
import { readDuration } from '../check/duration.ts';
import { compileBot, type BotProgram } from '../runtime/compileBot.ts';
import { complain, DONE, misused } from './output.ts';
import { readArguments } from './readArguments.ts';
import { readBotFile } from './readBotFile.ts';
import { showTalk, type Heard } from './showTalk.ts';

/** `dialogram simulate FILE`: one conversation, customer's lines on stdin, on a virtual clock that begins on a Wednesday at ten. */
export async function simulate(args: readonly string[]): Promise<number> {
  const read = readArguments(args, { at: 'value', channel: 'value' });
  if ('wrong' in read) return misused({ ru: `simulate: ${read.wrong}`, en: `simulate: ${read.wrong}` });
  const [file, ...more] = read.files;
  if (file === undefined || more.length > 0)
    return misused({ ru: 'simulate: нужен один файл бота', en: 'simulate: one bot file is needed' });
  const { at } = read.options;
  if (at !== undefined && Number.isNaN(Date.parse(at)))
    return misused({
      ru: `--at ${at}: нужно время вида 2026-11-18T10:00Z`,
      en: `--at ${at}: a time like 2026-11-18T10:00Z is needed`,
    });
  const bot = readBotFile(file);
  if (!bot.ok) return complain(bot.fault, file);
  const program = compileBot(bot.value);
  let talk = begin(program, {
    now: at === undefined ? checkStart(program.facts.timeZone) : Date.parse(at),
    channel: read.options.channel ?? 'test',
  });
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity, terminal: false })) {
    if (line.trim() === '') continue;
    const heard = hear(talk, line);
    showTalk(talk, heard, read.options.json);
    if ('talk' in heard) talk = heard.talk;
  }
  return DONE;
}

function begin(program: BotProgram, { now, channel }: { now: number; channel: string }): Conversation {
  return startConversation(program, { at: now, channel });
}

function hear(talk: Conversation, line: string): Heard {
  if (!line.startsWith('/')) return { talk: say(talk, line) };
  const [, name = '', rest = ''] = /^\/(\S*)\s*(.*)$/su.exec(line) ?? [];
  const told = rest.trim();
  switch (name) {
    case 'advance': {
      const ms = readDuration(told);
      return ms === null ? { wrong: line } : { talk: advanceTime(talk, ms) };
    }
    case 'operator':
      return told === '' ? { wrong: line } : { talk: operatorSays(talk, told) };
    case 'manager':
      return told === '' ? { wrong: line } : { talk: moveStatus(talk, statusNamed(talk.program, told)) };
    case 'new':
      return { talk: begin(talk.program, talk), fresh: true };
    case 'channel':
      return told === '' ? { wrong: line } : { talk: { ...talk, channel: told } };
    default:
      return { wrong: line };
  }
}

/** By id, or by name as Umnico's statuses are matched: trimmed, in any case. Null = a status the bot does not know. */
function statusNamed(program: BotProgram, told: string): string | null {
  const { statuses } = program.facts;
  const same = (name: string): boolean => name.trim().toLowerCase() === told.toLowerCase();
  return (statuses.find(({ id }) => id === told) ?? statuses.find(({ name }) => same(name)))?.id ?? null;
}
