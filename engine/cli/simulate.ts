import { createInterface } from 'node:readline';
import { checkStart } from '../check/checkStart.ts';
import { startConversation, type Conversation } from '../check/conversation.ts';
import { isWrong, playLine } from '../check/playLine.ts';
import { LIMITS } from '../model/limits.ts';
import { compileBot } from '../runtime/compileBot.ts';
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
  if (at !== undefined && !isMoment(Date.parse(at)))
    return misused({
      ru: `--at ${at}: нужно время вида 2026-11-18T10:00Z`,
      en: `--at ${at}: a time like 2026-11-18T10:00Z is needed`,
    });
  const bot = readBotFile(file);
  if (!bot.ok) return complain(bot.fault, file);
  const program = compileBot(bot.value);
  let talk = startConversation(program, {
    at: at === undefined ? checkStart(program.facts.timeZone) : Date.parse(at),
    channel: read.options.channel ?? 'test',
  });
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity, terminal: false })) {
    const written = line.replace(/^\uFEFF/u, '');
    if (written.trim() === '') continue;
    const heard = hear(talk, written);
    showTalk(talk, heard, read.options.json);
    if ('talk' in heard) talk = heard.talk;
  }
  return DONE;
}

/** Of a year with four digits, and not before there were clocks. */
const isMoment = (at: number): boolean => at >= 0 && at <= LIMITS.lastMoment;

const NEW = /^\/new(?:\s|$)/u;

function hear(talk: Conversation, line: string): Heard {
  const played = playLine(talk, line);
  if (isWrong(played)) return played;
  return NEW.test(line) ? { talk: played, fresh: true } : { talk: played };
}
