import type { CheckStep } from '../flow/botSchema.ts';
import type { Value } from '../model/value.ts';
import { lookUp } from '../runtime/lookUp.ts';
import { beginTurn } from '../runtime/turn.ts';
import type { StepFailure } from './checkResult.ts';
import type { Conversation } from './conversation.ts';
import { matches } from './matches.ts';
import type { TalkItem } from './talkItem.ts';

type Said = Extract<TalkItem, { from: 'bot' }>;
type Verdict = { readonly ok: true; readonly heard: number } | ({ readonly ok: false } & StepFailure);

/** Does what a step asks for hold? `heard`: index of the first item that no step has spoken for yet; grows with what was found. */
export function expectStep(talk: Conversation, step: CheckStep, heard: number): Verdict {
  const said = talk.items.slice(heard).filter((item) => item.from === 'bot');
  if (step.bot !== undefined) {
    const found = findLines(said, [step.bot].flat());
    if ('missing' in found) {
      const lines = said.slice(found.from).map(words);
      const got = lines.length === 0 ? silence(talk) : lines.join('\n');
      return { ok: false, why: 'said', expected: found.missing, got, lines };
    }
    heard = talk.items.indexOf(found.last) + 1;
  }
  if (step.silent === true && said.length > 0)
    return { ok: false, why: 'silence', expected: 'silence', got: said.map(words).join('\n') };
  if (step.silent === false && said.length === 0) return { ok: false, why: 'said', expected: '*', got: silence(talk) };
  return stateHolds(talk, step) ?? { ok: true, heard };
}

/** The lines of `patterns` in their order; a greeting before the line that is asked for is no failure. */
function findLines(
  said: readonly Said[],
  patterns: readonly string[],
): { last: Said } | { missing: string; from: number } {
  let from = 0;
  let last: Said | undefined;
  for (const pattern of patterns) {
    const at = said.findIndex((line, index) => index >= from && speaks(line, pattern));
    if (at < 0) return { missing: pattern, from };
    last = said[at];
    from = at + 1;
  }
  return last === undefined ? { missing: '', from } : { last };
}

/** A picture is known by its address as well as by its words. */
function speaks({ text, media }: Said, pattern: string): boolean {
  return matches(text, pattern) || (media !== undefined && matches(media.url, pattern));
}

function words({ text, media }: Said): string {
  return text === '' ? (media?.url ?? '') : text;
}

function stateHolds(talk: Conversation, step: CheckStep): Verdict | null {
  const { state, program } = talk;
  if (step.status !== undefined && state.status !== step.status) {
    const { statuses } = program.facts;
    const named = statuses.find(({ id }) => id === step.status) ?? statuses.find(({ name }) => name === step.status);
    if (named === undefined) return { ok: false, why: 'noStatus', expected: step.status, got: state.status ?? '' };
    if (named.id !== state.status) return { ok: false, why: 'status', expected: step.status, got: state.status ?? '' };
  }
  if (step.at !== undefined) {
    const place = state.wait?.place;
    const here = place === undefined ? [''] : [place.node, `${place.flow}/${place.node}`];
    if (!here.includes(step.at)) return { ok: false, why: 'at', expected: step.at, got: here[0] ?? '' };
  }
  for (const [name, wanted] of Object.entries(step.expect ?? {})) {
    const got = valueOf(talk, name);
    const asStatus = name === 'lead.status' && wanted === state.status;
    if (!asStatus && !isSame(got, wanted))
      return {
        ok: false,
        why: 'value',
        expected: `${name} = ${JSON.stringify(wanted)}`,
        got: `${name} = ${JSON.stringify(got)}`,
      };
  }
  return null;
}

function valueOf({ program, state, now }: Conversation, name: string): Value {
  return lookUp(beginTurn(program, state, { type: 'owner', owner: 'bot', at: now, seed: 0 }), name);
}

/** As people compare: 5 is «5», nothing is nothing however it is written, and `*` stands for any run of a text. */
function isSame(got: Value, wanted: unknown): boolean {
  if (isNothing(got) || isNothing(wanted)) return isNothing(got) && isNothing(wanted);
  if (Array.isArray(wanted) || Array.isArray(got)) return JSON.stringify(got) === JSON.stringify(wanted);
  if (typeof wanted === 'string') return matches(typeof got === 'string' ? got : JSON.stringify(got), wanted);
  return got === wanted || (typeof got === 'string' && got.trim() === JSON.stringify(wanted));
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

function silence({ state }: Conversation): string {
  return `(nothing; owner: ${state.owner})`;
}
