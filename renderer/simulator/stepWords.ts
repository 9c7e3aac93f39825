import { flowById, nodeById } from '../../engine/flow/graph.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import type { Place } from '../../engine/model/state.ts';
import type { TraceEntry } from '../../engine/model/trace.ts';
import type { Copy, CopyKey } from '../copy/i18n.ts';
import { simulatorCopy } from '../copy/simulator.ts';
import { factsOf } from '../editor/factsOf.ts';
import { exitsOf } from '../editor/nodeData.ts';
import { exitTitle } from '../nodes/exitTitle.ts';
import { durationWords } from './durationWords.ts';
import { placeTitle } from './placeTitle.ts';
import { confidenceWords, detailWords, matchWords, variableTitle } from './reasons.ts';

/**
 * A step of the bot in words. Null = the chat has a line of its own for it, or there is nothing in it for a person.
 * `next`: the step after it; `now`: when it was.
 */
export function stepWords(
  entry: TraceEntry,
  next: TraceEntry | undefined,
  { bot, now, t }: { readonly bot: Bot; readonly now: number; readonly t: Copy<'simulator'> },
): string | null {
  switch (entry.type) {
    case 'enter':
      return t('step.enter', { block: placeTitle(bot, entry.place) });
    case 'leave': {
      const block = placeTitle(bot, entry.place);
      const exit = exitWordsAt(bot, entry.place, entry.exit);
      if (entry.to === null && next?.type === 'enter')
        return t('step.branchEnded', { block, to: placeTitle(bot, next.place) });
      if (entry.to === null) return t('step.leaveNowhere', { block, exit });
      return t('step.leave', { block, exit, to: placeTitle(bot, entry.to) });
    }
    case 'understood':
      return [t(`rung.${entry.rung}`), understoodDetail(entry, bot, t)].filter((part) => part !== '').join(': ');
    case 'call':
      return t('step.call', { flow: flowById(bot, entry.to.flow)?.name ?? entry.to.flow });
    case 'missed':
      return t('missed', { count: entry.count });
    case 'read':
      return readWords(entry, t);
    case 'saved':
      return t('whySaved', { variable: variableTitle(bot, entry.variable) });
    case 'waiting':
      return t('step.waiting', { block: placeTitle(bot, entry.place) });
    case 'deferred':
      return t('step.deferred');
    case 'effect':
      return entry.effect.type === 'setTimer'
        ? t('step.setTimer', { time: durationWords(entry.effect.due - now, t) })
        : null;
    default:
      return null;
  }
}

/** «Прочитано: дата — 13.03.2026, из слов „в пятницу“». The words are left out where they say the same. */
function readWords({ kind, shown, words }: Extract<TraceEntry, { type: 'read' }>, t: Copy<'simulator'>): string {
  const known = Object.hasOwn(simulatorCopy.en.valueKind, kind);
  const what = known ? t(`valueKind.${kind}` as CopyKey<'simulator'>) : kind;
  return words === undefined || words === shown
    ? t('step.read', { what, shown })
    : t('step.readFrom', { what, shown, words });
}

/** What was matched, and how surely: «„Доставка“ · похоже, с опечаткой». */
export function understoodDetail(
  entry: Extract<TraceEntry, { type: 'understood' }>,
  bot: Bot,
  t: Copy<'simulator'>,
): string {
  const detail = detailWords(entry, bot);
  const sure = entry.confidence === undefined ? matchWords(entry.by, t) : confidenceWords(entry.confidence, t);
  return [detail === null ? '' : t('detail', { detail }), sure].filter((part) => part !== '').join(' · ');
}

function exitWordsAt(bot: Bot, place: Place, exit: string): string {
  const flow = flowById(bot, place.flow);
  const node = flow && nodeById(flow, place.node);
  const exits = node === undefined ? [] : exitsOf(node, factsOf(bot));
  const at = exits.findIndex(({ id }) => id === exit);
  const spec = exits[at];
  return spec === undefined ? exit : exitTitle(spec, at);
}
