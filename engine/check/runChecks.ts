import type { Bot, BotCheck, CheckStep } from '../flow/botSchema.ts';
import { showValue } from '../expression/template.ts';
import { valueSchema } from '../model/value.ts';
import { compileBot, type BotProgram } from '../runtime/compileBot.ts';
import { checkStart } from './checkStart.ts';
import {
  advanceTime,
  moveStatus,
  operatorSays,
  fakeHttp,
  say,
  startConversation,
  type Conversation,
} from './conversation.ts';
import { readFakedReply } from './fakedReply.ts';
import type { TalkItem } from './talkItem.ts';
import { readDuration } from './duration.ts';

export interface CheckResult {
  readonly id: string;
  readonly name: string;
  readonly passed: boolean;
  /** Index of the step that failed, from 0. */
  readonly step?: number;
  readonly expected?: string;
  readonly got?: string;
}
export interface CheckReport {
  readonly passed: number;
  readonly failed: number;
  /** Shares from 0 to 1 of what the bot has. */
  readonly coverage: { readonly nodes: number; readonly exits: number };
  readonly checks: readonly CheckResult[];
}

/** Runs the bot's own checks on a virtual clock. */
export function runChecks(bot: Bot, program: BotProgram = compileBot(bot)): CheckReport {
  const nodes = new Set<string>();
  const exits = new Set<string>();
  const checks = (bot.checks ?? []).map((check) => {
    const { result, talk } = runCheck(program, check);
    for (const place of talk.visits) nodes.add(`${place.flow}/${place.node}`);
    for (const { from, exit, to } of talk.travelled) if (to !== null) exits.add(`${from.flow}/${from.node}/${exit}`);
    return result;
  });
  const passed = checks.filter((check) => check.passed).length;
  return { passed, failed: checks.length - passed, coverage: coverage(bot, nodes, exits), checks };
}

function runCheck(program: BotProgram, check: BotCheck): { result: CheckResult; talk: Conversation } {
  let talk = startConversation(program, { at: checkStart(program.facts.timeZone), channel: 'test' });
  /** What the bot has said that no step has spoken for yet. */
  let heard = 0;
  for (const [index, step] of check.steps.entries()) {
    const ready = given(talk, step);
    const acted = act(ready, step);
    if (acted === null)
      return { talk, result: failure(check, index, 'a step this version can run', JSON.stringify(step)) };
    if (acted !== ready) heard = talk.items.length;
    talk = acted;
    const verdict = expectStep(talk, step, heard);
    if (!verdict.ok) return { talk, result: failure(check, index, verdict.expected, verdict.got) };
    heard = verdict.heard;
  }
  return { talk, result: { id: check.id, name: check.name, passed: true } };
}

/** `set`: what is known of the customer from here on; `http`: what a server will say. */
function given(before: Conversation, { set, http }: CheckStep): Conversation {
  const talk = http === undefined ? before : fakeHttp(before, http.node, readFakedReply(http.reply));
  if (set === undefined) return talk;
  const variables = Object.fromEntries(
    Object.entries(set).map(([name, value]) => [name, valueSchema.catch(null).parse(value)]),
  );
  return {
    ...talk,
    state: { ...talk.state, variables: { ...talk.state.variables, ...variables } },
  };
}

function failure(check: BotCheck, step: number, expected: string, got: string): CheckResult {
  return { id: check.id, name: check.name, passed: false, step, expected, got };
}

const STEPS = [
  'customer',
  'bot',
  'silent',
  'status',
  'operator',
  'manager',
  'advance',
  'http',
  'set',
  'expect',
  'at',
] as const;

function act(talk: Conversation, step: CheckStep): Conversation | null {
  // A slip of the pen («costumer») must not pass as a check that holds.
  if (!STEPS.some((name) => step[name] !== undefined)) return null;
  if (step.customer !== undefined) {
    if (typeof step.customer === 'string') return say(talk, step.customer);
    const { text, image, file } = step.customer;
    const attachments = [
      ...(image === undefined ? [] : [{ type: 'image', url: image }]),
      ...(file === undefined ? [] : [{ type: 'file', url: file }]),
    ];
    return say(talk, text ?? '', attachments);
  }
  if (step.operator !== undefined) return operatorSays(talk, step.operator);
  if (step.manager !== undefined) {
    const { status } = step.manager;
    return moveStatus(talk, talk.program.facts.statuses.some((known) => known.id === status) ? status : null);
  }
  if (step.advance !== undefined) {
    const ms = readDuration(step.advance);
    return ms === null ? null : advanceTime(talk, ms);
  }
  return talk;
}

type Verdict = { ok: true; heard: number } | { ok: false; expected: string; got: string };

function expectStep(talk: Conversation, step: CheckStep, heard: number): Verdict {
  const said = botLines(talk, heard);
  if (step.bot !== undefined) {
    let next = 0;
    for (const pattern of typeof step.bot === 'string' ? [step.bot] : step.bot) {
      // A greeting before the line that is asked for is no failure; the order is kept.
      const found = said.findIndex((line, index) => index >= next && matches(line.text, pattern));
      if (found < 0) {
        const rest = said.slice(next).map((line) => line.text);
        return { ok: false, expected: pattern, got: rest.length === 0 ? silence(talk) : rest.join('\n') };
      }
      next = found + 1;
    }
    const last = said[next - 1];
    heard = last === undefined ? heard : talk.items.indexOf(last.item) + 1;
  }
  if (step.silent === true && said.length > 0)
    return { ok: false, expected: 'silence', got: said.map((line) => line.text).join('\n') };
  if (step.status !== undefined && talk.state.status !== step.status)
    return { ok: false, expected: step.status, got: talk.state.status ?? '' };
  if (step.at !== undefined && talk.state.wait?.place.node !== step.at)
    return { ok: false, expected: step.at, got: talk.state.wait?.place.node ?? '' };
  for (const [name, value] of Object.entries(step.expect ?? {})) {
    const got = talk.state.variables[name] ?? null;
    if (JSON.stringify(got) !== JSON.stringify(value))
      return { ok: false, expected: `${name} = ${JSON.stringify(value)}`, got: `${name} = ${showValue(got)}` };
  }
  return { ok: true, heard };
}

function silence(talk: Conversation): string {
  return `(nothing; owner: ${talk.state.owner})`;
}

function botLines(talk: Conversation, from: number): { text: string; item: TalkItem }[] {
  return talk.items.slice(from).flatMap((item) => (item.from === 'bot' ? [{ text: item.text, item }] : []));
}

/** `*` stands for any run of characters, line ends too. Greedy parts are looked for from the left, so it takes linear time. */
export function matches(text: string, pattern: string): boolean {
  const parts = pattern.split('*');
  const [first = '', ...rest] = parts;
  if (rest.length === 0) return text === pattern;
  const last = rest.pop() ?? '';
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false;
  let at = first.length;
  const end = text.length - last.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}

/** Of the bot's nodes and connections, how many the checks went through. A jump is a way, not a connection. */
function coverage(bot: Bot, nodes: ReadonlySet<string>, exits: ReadonlySet<string>): CheckReport['coverage'] {
  const all = bot.flows.flatMap((flow) => flow.nodes.map((node) => ({ key: `${flow.id}/${node.id}`, node })));
  const connected = all.flatMap(({ key, node }) => Object.keys(node.exits ?? {}).map((exit) => `${key}/${exit}`));
  return {
    nodes: share(all.filter(({ key }) => nodes.has(key)).length, all.length),
    exits: share(connected.filter((key) => exits.has(key)).length, connected.length),
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.min(1, Math.round((part / whole) * 1_000) / 1_000);
}
