import { changeWords } from '../check/change/changeWords.ts';
import { nodeName } from '../check/change/botNames.ts';
import { errorCount, findProblems } from '../check/findProblems.ts';
import type { Bot } from '../flow/botSchema.ts';
import { diffBots } from '../flow/diffBots.ts';
import { flowById, nodeById } from '../flow/graph.ts';
import { ok, type Result } from '../model/result.ts';
import type { StandingRow } from '../ports/sessionStore.ts';
import type { StoreReader } from '../ports/store.ts';
import type { Reply } from '../protocol.ts';
import { compileBot, type BotProgram } from '../runtime/compileBot.ts';
import { restartHours } from '../runtime/restartHours.ts';
import { fateOf, type Standing } from '../runtime/versionRule.ts';
import type { Programs } from './programs.ts';

type Preview = Reply<'bots.publishPreview'>;
type Group = Preview['waiting'][number];
const HOUR = 3_600_000;
/** Hours; longer than anything that runs. */
const NEVER = 1_000_000;

export interface PreviewDeps {
  readonly read: Pick<StoreReader, 'pinnedVersions' | 'standing'>;
  readonly programs: Programs;
  readonly now: number;
  /** Whom it is about; absent = everybody. */
  readonly leads?: readonly string[] | undefined;
  /** The version that is brought back, if it is one: whoever is on it simply goes on. */
  readonly version?: number | undefined;
  /** Lets others have their turn between two parts of the count. */
  readonly pause: () => Promise<void>;
}

/**
 * What publishing `draft` would do, and nothing of it done: its errors, what makes it another bot than `before` (null =
 * nothing was published), and who waits where, with what becomes of them. Most people first.
 */
export async function publishPreview(
  draft: Bot,
  before: { readonly bot: Bot; readonly name: Preview['against'] } | null,
  deps: PreviewDeps,
): Promise<Result<Preview>> {
  const waiting = await whoWaits(compileBot(draft, NO_PHRASES), deps);
  return ok({
    errors: errorCount(findProblems(draft)),
    against: before?.name ?? null,
    changes: before === null ? null : changesOf(before.bot, draft),
    waiting,
    total: waiting.reduce((sum, group) => sum + group.people, 0),
  });
}

/** Nothing is understood here: learning the draft's phrases would only take time. */
const NO_PHRASES = compileBot({
  format: 1,
  id: 'none',
  name: '',
  language: 'en',
  flows: [{ id: 'none', name: '', nodes: [] }],
}).model;

/** Only here both bots are at hand: the sentences go along, in both languages. */
function changesOf(before: Bot, after: Bot): Preview['changes'] {
  const [ru, en] = [changeWords(before, after, 'ru'), changeWords(before, after, 'en')];
  const flowName = (id: string): string => (flowById(after, id) ?? flowById(before, id))?.name ?? id;
  return diffBots(before, after).map((change) => ({
    ...change,
    flowName: change.flow === null ? null : flowName(change.flow),
    words: { ru: ru(change), en: en(change) },
  }));
}

/** Conversations under way by place and by what becomes of them once `to` is live. Most people first. */
export async function whoWaits(to: BotProgram, deps: PreviewDeps): Promise<Group[]> {
  const groups = new Map<string, Group>();
  for (const version of deps.read.pinnedVersions()) {
    if (version === deps.version) continue;
    const loaded = deps.programs.of(version);
    const from = loaded.ok ? loaded.value.program : null;
    const since = deps.now - longestSilence(from ?? to) * HOUR;
    for (let after: number | null = 0; after !== null;) {
      const { rows, next } = deps.read.standing(version, since, after, deps.leads);
      for (const row of rows) add(groups, groupOf(row, from, to));
      after = next;
      if (next !== null) await deps.pause();
    }
  }
  return [...groups.values()].sort((a, b) => b.people - a.people || compare(keyOf(a), keyOf(b)));
}

/** Hours after which a message begins anew at any start, so that nothing is under way any more; it may be never. */
function longestSilence(program: BotProgram): number {
  const starts = program.ordered.flatMap((flow) => flow.starts);
  const hours = starts.map((start) => start.kind?.restartsAfter?.(start.data) ?? restartHours(program));
  return Math.max(...hours.map((after) => (after === 0 ? NEVER : after)), 0) || NEVER;
}

function groupOf(row: StandingRow, from: BotProgram | null, to: BotProgram): Group | null {
  const { becomes, why } = fateOf(standingOf(row), from, to);
  if (becomes === 'over') return null;
  const [flow, node] = becomes === 'withPerson' ? [null, null] : [row.flow, row.node];
  return { flow, node, ...names(flow, node, from?.bot ?? to.bot), people: row.people, becomes, why };
}

function standingOf({ owner, flow, node, busy, offered, callers }: StandingRow): Standing {
  // A place that is known only in part: the state cannot be read, and people get the lead (`salvageState`).
  const isLost = (flow === null) !== (node === null);
  return {
    owner: isLost ? 'human' : owner,
    phase: 'talking',
    wait:
      flow === null || node === null
        ? null
        : { place: { flow, node }, offered: offered.map((id) => ({ id })), ...(busy ? { effect: 'busy' } : {}) },
    calls: callers.map((place) => ({ place })),
  };
}

/** As the bot calls them on which they wait: they may be gone in the new one. */
function names(flowId: string | null, nodeId: string | null, bot: Bot): Pick<Group, 'flowName' | 'name'> {
  const flow = flowId === null ? undefined : flowById(bot, flowId);
  const node = flow === undefined || nodeId === null ? undefined : nodeById(flow, nodeId);
  return {
    flowName: flow?.name ?? flowId,
    name: node === undefined ? null : { ru: nodeName(node, 'ru'), en: nodeName(node, 'en') },
  };
}

function keyOf({ flow, node, becomes, why, name }: Omit<Group, 'people'>): string {
  return JSON.stringify([flow, node, becomes, why, name]);
}

function add(groups: Map<string, Group>, group: Group | null): void {
  if (group === null) return;
  const key = keyOf(group);
  const known = groups.get(key);
  groups.set(key, known === undefined ? group : { ...known, people: known.people + group.people });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
