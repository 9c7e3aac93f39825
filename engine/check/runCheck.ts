import { checkStepSchema, type BotCheck, type CheckStep } from '../flow/botSchema.ts';
import type { BotProgram } from '../runtime/compileBot.ts';
import { actStep } from './actStep.ts';
import type { CheckResult, StepFailure } from './checkResult.ts';
import { checkStart } from './checkStart.ts';
import { startConversation, type Conversation } from './conversation.ts';
import { expectStep } from './expectStep.ts';
import { giveStep, isFailure } from './giveStep.ts';

export interface CheckRun {
  readonly result: CheckResult;
  /** The conversation as far as it came. */
  readonly talk: Conversation;
  /** Why the step that failed did. */
  readonly failure?: StepFailure;
}

/** `at`: when it begins, epoch ms; by default ten in the morning of a working day. `chance`: another figure draws other numbers. */
export interface CheckRunOptions {
  readonly at?: number;
  readonly chance?: number;
}

/** Runs one check on a virtual clock, up to the first step that does not hold. */
export function runCheck(program: BotProgram, check: BotCheck, options: CheckRunOptions = {}): CheckRun {
  const begun = begin(program, check.steps[0], options);
  if (isFailure(begun.talk)) return failed(check, 0, begun.talk, begun.fresh);
  let talk = begun.talk;
  /** What the bot has said that no step has spoken for yet. */
  let heard = 0;
  for (const [index, step] of check.steps.entries()) {
    const wrong = isWrongStep(step) ?? (index > 0 && step.begin !== undefined ? LATE : null);
    if (wrong !== null) return failed(check, index, wrong, talk);
    // Where it begins at a block, that was given before.
    const given = step.begin === undefined ? giveStep(talk, step) : talk;
    if (isFailure(given)) return failed(check, index, given, talk);
    const acted = actStep(given, step);
    if (isFailure(acted)) return failed(check, index, acted, given);
    if (acted !== given) heard = talk.items.length;
    talk = acted;
    const verdict = expectStep(talk, step, heard);
    if (!verdict.ok) return failed(check, index, verdict, talk);
    heard = verdict.heard;
  }
  return { talk, result: { id: check.id, name: check.name, passed: true } };
}

const LATE: StepFailure = { why: 'lateBegin', expected: 'begin in the first step', got: '' };

function begin(
  program: BotProgram,
  first: CheckStep | undefined,
  { at = checkStart(program.facts.timeZone), chance = 0 }: CheckRunOptions,
): { readonly fresh: Conversation; readonly talk: Conversation | StepFailure } {
  const fresh = { ...startConversation(program, { at, channel: 'test' }), made: chance };
  if (first?.begin === undefined) return { fresh, talk: fresh };
  const named = first.begin;
  const places = program.ordered.flatMap((flow) => [...flow.nodes.values()].map(({ place }) => place));
  const place =
    places.find(({ node }) => node === named) ?? places.find(({ flow, node }) => `${flow}/${node}` === named);
  if (place === undefined) return { fresh, talk: { why: 'noNode', expected: 'a place to begin', got: named } };
  const given = giveStep(fresh, first);
  if (isFailure(given)) return { fresh, talk: given };
  const { channel, customer, refuseStatus, refusedAt, http, chosen, made, state } = given;
  const { variables } = state;
  const options = { at, channel, customer, refuseStatus, refusedAt, http, chosen, variables, startAt: place };
  const talk = startConversation(program, options);
  return { fresh, talk: { ...talk, made: talk.made + made } };
}

const KNOWN: ReadonlySet<string> = new Set(Object.keys(checkStepSchema.shape));
/** What authors add for each other. */
const REMARKS: ReadonlySet<string> = new Set(['id', 'name', 'note', 'comment', 'description']);

/** A slip of the pen («costumer») must not pass as a check that holds. */
function isWrongStep(step: CheckStep): StepFailure | null {
  const keys = Object.keys(step).filter((key) => step[key] !== undefined && !REMARKS.has(key));
  const unknown = keys.filter((key) => !KNOWN.has(key));
  if (unknown.length > 0) return wrong('unknownKey', JSON.stringify(unknown).slice(1, -1));
  if (keys.length === 0) return wrong('emptyStep', JSON.stringify(step));
  // Nothing to look for would always be found.
  return Array.isArray(step.bot) && step.bot.length === 0 ? wrong('emptyStep', JSON.stringify(step)) : null;
}

function wrong(why: StepFailure['why'], got: string): StepFailure {
  return { why, expected: 'a step this version can run', got };
}

function failed({ id, name }: BotCheck, step: number, failure: StepFailure, talk: Conversation): CheckRun {
  const { why, expected, got } = failure;
  return { result: { id, name, passed: false, step, why, expected, got }, talk, failure };
}
