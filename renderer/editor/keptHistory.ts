import { type Bot, type BotFlow, botSchema } from '../../engine/flow/botSchema.ts';
import { applyPatch, invertPatch } from '../../engine/flow/patch/applyPatch.ts';
import { diffValues } from '../../engine/flow/patch/diffValues.ts';
import type { Patch } from '../../engine/flow/patch/patchSchema.ts';
import { isRecord } from '../../engine/nodes/spellings.ts';
import type { DraftHistory, DraftStep } from '../../engine/protocol/draftHistory.ts';
import type { Params } from '../../engine/protocol.ts';
import { editorCopy } from '../copy/editor.ts';
import type { StepKey } from './command.ts';
import { EMPTY_HISTORY, type History, type Step } from './history.ts';

type SentHistory = NonNullable<Params<'bots.save'>['history']>;

const NO_CHANGE: Patch = { keys: {} };

/** The history as it is sent along with the draft: all steps by id, and as patches those that are not `kept` yet. */
export function writeHistory({ past, future }: History, kept: ReadonlySet<string>): SentHistory {
  const steps = [...past, ...future];
  return {
    ids: steps.map((step) => step.id),
    undone: future.length,
    steps: steps.filter((step) => !kept.has(step.id)).map(keptStep),
  };
}

function keptStep({ id, label, touched, before, after, at }: Step): DraftStep {
  const place = { flow: touched.flow, nodes: [...touched.nodes] };
  return { id, label, touched: place, at, patch: diffValues(before, after) ?? NO_CHANGE };
}

/** The history of a draft that was opened. Steps that do not fit it are dropped with all beyond them; the draft stays. */
export function readHistory(bot: Bot, { steps, undone }: DraftHistory): History {
  const present = steps.length - undone;
  if (present < 0) return EMPTY_HISTORY;
  const past: Step[] = [];
  const future: Step[] = [];
  let at = bot;
  for (const step of steps.slice(0, present).toReversed()) {
    const before = patched(at, invertPatch(step.patch));
    const whole = before && restored(step, before, at);
    if (!whole) break;
    past.unshift(whole);
    at = whole.before;
  }
  at = bot;
  for (const step of steps.slice(present)) {
    const after = patched(at, step.patch);
    const whole = after && restored(step, at, after);
    if (!whole) break;
    future.push(whole);
    at = whole.after;
  }
  return { past, future };
}

function restored({ id, label, touched, at }: DraftStep, before: Bot, after: Bot): Step | null {
  const { key, name, count } = label;
  if (!isStepKey(key)) return null;
  const words = { key, ...(name === undefined ? {} : { name }), ...(count === undefined ? {} : { count }) };
  return { id, label: words, touched, before, after, at, mergeKey: null };
}

/** A newer version may have kept steps that this one has no words for. */
function isStepKey(key: string): key is StepKey {
  return Object.hasOwn(editorCopy.ru.steps, key) || Object.hasOwn(editorCopy.ru.steps, `${key}_one`);
}

function patched(bot: Bot, patch: Patch): Bot | null {
  const after = applyPatch(bot, patch);
  return after !== undefined && isSound(after as Bot, bot) ? (after as Bot) : null;
}

/** Flows are compared with those before the step, so only what it changed of them is looked at. */
const changedParts = botSchema.extend({ flows: botSchema.shape.flows.optional() });

/** Is this still a bot? Asked of each step, so only what is not the very same as in `known`, which is one, is looked at. */
function isSound(bot: Bot, known: Bot): boolean {
  const { flows, layout, id, name, language, format, ...others } = bot;
  if (!Array.isArray(flows) || flows.length === 0) return false;
  const parts = Object.fromEntries(Object.entries(others).filter(([key, value]) => value !== known[key]));
  return changedParts.safeParse({
    ...parts,
    ...{ id, name, language, format },
    flows: flows.map((flow) => changedFlow(flow, known)),
    ...(layout === known.layout ? {} : { layout: changedLayouts(layout ?? {}, known.layout ?? {}) }),
  }).success;
}

function changedFlow(flow: BotFlow, known: Bot): unknown {
  if (!isRecord(flow) || !Array.isArray(flow.nodes)) return flow;
  const before = known.flows.find((other) => other.id === flow.id);
  const sound = new Set(before?.nodes);
  return { ...flow, nodes: flow === before ? [] : flow.nodes.filter((node) => !sound.has(node)) };
}

type Layouts = NonNullable<Bot['layout']>;

function changedLayouts(layouts: Layouts, known: Layouts): unknown {
  if (!isRecord(layouts)) return layouts;
  const changed = Object.entries(layouts).filter(([flow, layout]) => layout !== known[flow]);
  return Object.fromEntries(
    changed.map(([flow, layout]): [string, unknown] => {
      if (!isRecord(layout) || !isRecord(layout.nodes)) return [flow, layout];
      const sound = known[flow]?.nodes ?? {};
      const nodes = Object.entries(layout.nodes).filter(([node, place]) => place !== sound[node]);
      return [flow, { ...layout, nodes: Object.fromEntries(nodes) }];
    }),
  );
}
