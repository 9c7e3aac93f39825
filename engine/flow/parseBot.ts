import type { z } from 'zod';
import { fail, ok, type Result } from '../model/result.ts';
import { LIMITS } from '../model/limits.ts';
import { botSchema, type Bot } from './botSchema.ts';
import { findHostile } from './findHostile.ts';
import { issueText } from './issueText.ts';
import { migrateBot } from './migrateBot.ts';
import { readNode } from './readNode.ts';

/**
 * Text of a bot file → bot. Faults: `fileTooBig`, `fileNotJson` (with line and column), `formatNewer`, `fileInvalid`
 * (`at` names the place as `flows[0].nodes[3].data.text`, `more` counts the findings after the first).
 */
export function parseBot(text: string): Result<Bot> {
  if (text.length > LIMITS.botFileBytes) return fail({ code: 'fileTooBig', limit: LIMITS.botFileBytes });
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    return fail({ code: 'fileNotJson', ...jsonPosition(text, error) });
  }
  return readBot(raw);
}

/** The same from JSON already read: what a window sends, what the database holds. */
export function readBot(raw: unknown): Result<Bot> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return fail({ code: 'fileInvalid', at: '', problem: 'expected a bot: an object with "flows"', more: 0 });
  }
  const hostile = findHostile(raw);
  if (hostile !== null) return fail({ code: 'fileInvalid', ...hostile, more: 0 });
  const migrated = migrateBot(raw as Record<string, unknown>);
  if (!migrated.ok) return migrated;
  const first = botSchema.safeParse(migrated.value);
  const parsed = first.success ? first : botSchema.safeParse(withoutNulls(migrated.value, first.error.issues));
  if (!parsed.success) return fail({ code: 'fileInvalid', ...issueText(parsed.error) });
  return checkSize(parsed.data) ?? checkIds(parsed.data) ?? checkData(parsed.data) ?? ok(parsed.data);
}

/** `null` is how other programs write that a field is not there: where the schema takes none, it is none. */
function withoutNulls(value: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  const places = new Set(pathsOf(issues).map((path) => path.join('\0')));
  const walk = (at: unknown, place: string): unknown => {
    if (typeof at !== 'object' || at === null) return at;
    const inside = (key: PropertyKey): string => (place === '' ? String(key) : `${place}\0${String(key)}`);
    if (Array.isArray(at)) return at.map((each: unknown, index) => walk(each, inside(index)));
    return Object.fromEntries(
      Object.entries(at)
        .filter(([key, field]) => field !== null || !places.has(inside(key)))
        .map(([key, field]) => [key, walk(field, inside(key))]),
    );
  };
  return walk(value, '');
}

/** Where the findings are; one about a choice of shapes names the choice, and holds what each shape finds inside it. */
function pathsOf(issues: readonly z.core.$ZodIssue[]): (readonly PropertyKey[])[] {
  return issues.flatMap((issue) => {
    const inside = issue.code === 'invalid_union' ? pathsOf(issue.errors.flat()) : [];
    return [issue.path, ...inside.map((path) => [...issue.path, ...path])];
  });
}

/** A bot that no one could have drawn would be looked at for minutes at every edit. */
function checkSize({ flows }: Bot): Result<Bot> | null {
  const { botFlows, botNodes } = LIMITS;
  const tooBig = (problem: string): Result<Bot> => fail({ code: 'fileInvalid', at: 'flows', problem, more: 0 });
  if (flows.length > botFlows) return tooBig(`more than ${String(botFlows)} flows`);
  const nodes = flows.reduce((sum, flow) => sum + flow.nodes.length, 0);
  return nodes > botNodes ? tooBig(`more than ${String(botNodes)} blocks`) : null;
}

/** Two things with one id could not be told apart by any reference. */
function checkIds(bot: Bot): Result<Bot> | null {
  const lists: [string, readonly { readonly id: string }[]][] = [
    ['flows', bot.flows],
    ['statuses', bot.statuses ?? []],
    ['variables', bot.variables ?? []],
    ['intents', bot.intents ?? []],
    ['entities', bot.entities ?? []],
    ...bot.flows.map((flow, index): [string, readonly { readonly id: string }[]] => [
      `flows[${String(index)}].nodes`,
      flow.nodes,
    ]),
  ];
  for (const [at, list] of lists) {
    const seen = new Set<string>();
    for (const [index, { id }] of list.entries()) {
      if (seen.has(id))
        return fail({
          code: 'fileInvalid',
          at: `${at}[${String(index)}].id`,
          problem: `the id ${JSON.stringify(id)} is used twice`,
          more: 0,
        });
      seen.add(id);
    }
  }
  return null;
}

/** Data of the wrong shape is a broken file; a kind this version does not know is kept and shown as a problem. */
function checkData(bot: Bot): Result<Bot> | null {
  for (const [flowIndex, flow] of bot.flows.entries()) {
    for (const [nodeIndex, node] of flow.nodes.entries()) {
      const read = readNode(node);
      if (read.ok || read.why === 'unknownKind') continue;
      const at = `flows[${String(flowIndex)}].nodes[${String(nodeIndex)}].data${read.at === '' ? '' : `.${read.at}`}`;
      return fail({ code: 'fileInvalid', at, problem: read.problem, more: 0 });
    }
  }
  return null;
}

/** Engines say where in different words: by position, or by line and column. */
export function jsonPosition(text: string, error: unknown): { line: number; column: number } {
  const message = error instanceof Error ? error.message : '';
  const lined = /line (\d+) column (\d+)/u.exec(message);
  if (lined !== null) return { line: Number(lined[1]), column: Number(lined[2]) };
  const at = /position (\d+)/u.exec(message);
  const before = text.slice(0, at === null ? text.length : Number(at[1])).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
