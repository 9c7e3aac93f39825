import type { TalkItem } from '../../engine/check/talkItem.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import type { Place } from '../../engine/model/state.ts';
import type { TraceEntry } from '../../engine/model/trace.ts';
import type { Copy, CopyKey } from '../copy/i18n.ts';
import { simulatorCopy } from '../copy/simulator.ts';
import { exitsOf } from '../editor/nodeData.ts';
import { factsOf } from '../editor/factsOf.ts';
import { flowById, nodeById } from '../../engine/flow/graph.ts';

type Understood = Extract<TraceEntry, { type: 'understood' }>;
export type PathItem = Extract<TalkItem, { event: 'path' }>;

/** From here a guess is said to be sure; below the other it is a doubt (the words of ux.md, «Phrases»). */
const SURE = 0.8;
const LIKELY = 0.5;

export function understoodIn(trace: readonly TraceEntry[]): readonly Understood[] {
  return trace.filter((entry) => entry.type === 'understood');
}

/** The last words that explain a line: how the message was matched. Empty = there is nothing to explain. */
export function shortReason(path: PathItem, bot: Bot, t: Copy<'simulator'>): string {
  const words = [
    ...understoodIn(path.trace).map((entry) => understoodShort(entry, bot, t)),
    ...path.trace.flatMap((entry) => {
      if (entry.type === 'missed') return [t('missed', { count: entry.count })];
      return entry.type === 'saved' ? [t('saved', { variable: variableTitle(bot, entry.variable) })] : [];
    }),
  ];
  return [...new Set(words.filter((word) => word !== ''))].join(' · ');
}

/** What the author calls a variable. */
export function variableTitle(bot: Bot, id: string): string {
  return bot.variables?.find((variable) => variable.id === id)?.label ?? id;
}

function understoodShort(entry: Understood, bot: Bot, t: Copy<'simulator'>): string {
  if (entry.rung === 'menuCode' || entry.rung === 'caption') return matchWords(entry.by, t);
  const known = Object.hasOwn(simulatorCopy.en.short, entry.rung);
  return known
    ? t(`short.${entry.rung}` as CopyKey<'simulator'>, { detail: detailWords(entry, bot) ?? entry.detail ?? '' })
    : '';
}

/** How an answer was matched, in a word or two. */
export function matchWords(by: string | undefined, t: Copy<'simulator'>): string {
  return by !== undefined && Object.hasOwn(simulatorCopy.en.by, by) ? t(`by.${by}` as CopyKey<'simulator'>) : '';
}

/** What was matched, by the name its author gave it: an option, a topic, a word. */
export function detailWords(entry: Understood, bot: Bot): string | null {
  const { detail } = entry;
  if (detail === undefined || detail === '') return null;
  const topics = detail.split(', ').map((id) => bot.intents?.find((intent) => intent.id === id)?.name);
  if (topics.length > 0 && topics.every((name) => name !== undefined)) return topics.join('», «');
  if (entry.rung === 'menuCode' || entry.rung === 'caption') return optionLabel(bot, entry.place, detail);
  return entry.rung === 'validator' ? null : detail;
}

function optionLabel(bot: Bot, place: Place | null, option: string): string | null {
  const flow = place === null ? undefined : flowById(bot, place.flow);
  const node = place === null || flow === undefined ? undefined : nodeById(flow, place.node);
  return node === undefined ? null : (exitsOf(node, factsOf(bot)).find((exit) => exit.id === option)?.label ?? null);
}

export function confidenceWords(confidence: number, t: Copy<'simulator'>): string {
  return t(confidence >= SURE ? 'confidence.sure' : confidence >= LIKELY ? 'confidence.likely' : 'confidence.unsure');
}

/** The way a turn went: where it came from, then every block it entered. */
export function pathPlaces(path: PathItem): readonly Place[] {
  const entered = path.places;
  const first = path.trace.find((entry) => entry.type === 'leave');
  const from = first?.type === 'leave' ? first.place : undefined;
  const begins = entered[0];
  const places =
    from === undefined || begins === undefined || (from.flow === begins.flow && from.node === begins.node)
      ? entered
      : [from, ...entered];
  return places.filter((place, at) => at === 0 || places[at - 1]?.node !== place.node);
}
