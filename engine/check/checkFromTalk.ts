import type { BotCheck, CheckStep } from '../flow/botSchema.ts';
import { wallClock } from '../model/timeZone.ts';
import type { BotProgram } from '../runtime/compileBot.ts';
import { checkStart } from './checkStart.ts';
import type { Conversation } from './conversation.ts';
import { durationText } from './durationText.ts';
import { runCheck, type CheckRun, type CheckRunOptions } from './runCheck.ts';
import { talkSteps } from './talkSteps.ts';

const DAY = 86_400_000;

export interface CheckName {
  readonly id: string;
  readonly name: string;
}

/**
 * A check that holds for this conversation, and goes on holding another day: words that hang on time or chance become `*`,
 * and a conversation whose course hangs on the hour begins at that hour of that weekday. `given`: what was so before it began.
 */
export function checkFromTalk(talk: Conversation, named: CheckName, given: readonly CheckStep[] = []): BotCheck {
  const { program } = talk;
  const steps = [...given, ...talkSteps(talk)];
  const exact = { ...named, steps };
  if (runCheck(program, exact).result.passed) return settled(program, exact);
  const atThatHour = { ...named, steps: [untilThen(talk), ...steps] };
  const [now, then] = [exact, atThatHour].map((check) => loosened(program, check));
  // What had to be let go tells which of the two is nearer to what was seen.
  const better = then !== undefined && now !== undefined && weight(then) > weight(now) ? then : (now ?? exact);
  return settled(program, better);
}

/** Checks begin on a Wednesday at ten: time passes until the weekday and hour of this conversation. */
function untilThen({ program, began }: Conversation): CheckStep {
  const week = 7 * DAY;
  const zone = program.facts.timeZone;
  const gap = wallClock(began.at, zone) - wallClock(checkStart(zone), zone);
  return { advance: durationText(Math.floor((((gap % week) + week) % week) / 1_000) * 1_000) };
}

/** Holds under other numbers and a week later too, as far as that is a matter of words. */
function settled(program: BotProgram, check: BotCheck): BotCheck {
  const at = checkStart(program.facts.timeZone);
  const others: CheckRunOptions[] = [
    { chance: 1_009 },
    { chance: 2_003 },
    { chance: 40_009 },
    { at: at + 7 * DAY + 61 * 60_000 },
    { at: at + 161 * DAY },
  ];
  return others.reduce((made, other) => {
    const looser = reworded(program, made, other);
    return looser !== null && runCheck(program, looser).result.passed ? looser : made;
  }, check);
}

/** Rewrites texts until the check holds; null if something else than words is in the way. */
function reworded(program: BotProgram, check: BotCheck, options: CheckRunOptions): BotCheck | null {
  let made = check;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const run = runCheck(program, made, options);
    if (run.failure === undefined) return made;
    const looser = rewordStep(made, run);
    if (looser === null) return null;
    made = looser;
  }
  return null;
}

/** Takes out what does not hold, the least first; what people do always stays. */
function loosened(program: BotProgram, check: BotCheck): BotCheck {
  let made = check;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const run = runCheck(program, made);
    if (run.failure === undefined) return made;
    made = rewordStep(made, run) ?? { ...made, steps: made.steps.filter((_, index) => index !== run.result.step) };
  }
  return made;
}

/** Every try takes something away, so that this is only a fence. */
const MOST_TRIES = 500;

/** The text that failed with `*` where the bot may say something else; null if it says nothing there. */
function rewordStep(check: BotCheck, { result, failure }: CheckRun): BotCheck | null {
  const step = check.steps[result.step ?? 0];
  const [said] = failure?.lines ?? [];
  if (step?.bot === undefined || failure?.why !== 'said' || said === undefined || failure.expected === '*') return null;
  const lines = [step.bot].flat();
  const at = lines.indexOf(failure.expected);
  const bot = lines.map((line, place) => (place === at ? commonPattern(line, said) : line));
  const changed = { ...step, bot: bot.length === 1 ? (bot[0] ?? '*') : bot };
  return { ...check, steps: check.steps.map((other) => (other === step ? changed : other)) };
}

/** Less than this in common says nothing. */
const LEAST_IN_COMMON = 3;

/** The words two texts begin and end with; what is between is `*`. */
function commonPattern(expected: string, got: string): string {
  const shorter = Math.min(expected.length, got.length);
  let head = 0;
  while (head < shorter && expected[head] === got[head] && expected[head] !== '*') head += 1;
  let tail = 0;
  while (tail < shorter - head && expected.at(-1 - tail) === got.at(-1 - tail) && expected.at(-1 - tail) !== '*')
    tail += 1;
  // Whole words only: half of a time is the same by chance.
  const begin = expected.slice(0, head).replace(/\S*$/u, '');
  const end = tail === 0 ? '' : expected.slice(-tail).replace(/^\S*/u, '');
  const pattern = `${begin}*${end}`;
  return (begin + end).trim().length < LEAST_IN_COMMON || pattern === expected ? '*' : pattern;
}

function weight({ steps }: BotCheck): number {
  return steps.reduce((sum, { bot, status, at, silent, expect }) => {
    const words = [bot ?? []].flat().reduce((length, line) => length + line.replaceAll('*', '').length, 0);
    return sum + words + [status, at, silent, expect].filter((part) => part !== undefined).length * 10;
  }, 0);
}
