import { REQUEST_REFUSALS } from '../../../engine/model/fault.ts';
import { faultWords } from '../../../engine/model/faultWords.ts';
import type { QueueRow } from '../../../engine/protocol/queueViews.ts';
import type { Language } from '../../copy/copyTypes.ts';
import type { Copy } from '../../copy/i18n.ts';
import { queuesCopy } from '../../copy/queues.ts';

type T = Copy<'queues'>;
const KNOWN = queuesCopy.en.reason;

/** Why it is where it is and what to do, in one or two sentences. `time`: an hour of the day in words. */
export function reasonWords(row: QueueRow, t: T, language: Language, time: (at: number) => string): string {
  const why = row.why === 'soon' ? '' : t(`why.${row.why}`, { time: time(row.due) });
  if (row.kind === 'inFlight') return '';
  if (row.why === 'person') return isRequest(row) ? t('why.personRequest') : why;
  if (row.kind === 'unknown')
    return row.reason === null ? why : `${firstSentence(failureWords(row.reason, t, language))} ${why}`;
  if (row.kind === 'waiting') {
    if (row.why === 'soon') return t('why.soon');
    return row.reason !== null && row.why === 'again'
      ? `${firstSentence(failureWords(row.reason, t, language))} ${why}`
      : why;
  }
  return failureWords(row.reason ?? 'unreadable', t, language);
}

/** No history tells of it: only its server knows. */
function isRequest({ what }: QueueRow): boolean {
  return what.type === 'effect' && what.effect.type === 'http';
}

function failureWords(reason: string, t: T, language: Language): string {
  const refused = /^refused (\d+): ?(.*)$/su.exec(reason);
  if (refused !== null) return refusalWords(Number(refused[1]), refused[2] ?? '', t);
  const server = /^status (\d+)$/u.exec(reason);
  if (server !== null) return t('reason.server', { status: server[1] ?? '' });
  const request = /^requestRefused (\w+) ?(.*)$/su.exec(reason);
  const refusal = request === null ? undefined : REQUEST_REFUSALS.find((why) => why === request[1]);
  if (refusal !== undefined) {
    const { what, todo } = faultWords({ code: 'requestRefused', why: refusal, about: request?.[2] ?? '' }, language);
    return `${what} ${todo}`;
  }
  if (Object.hasOwn(KNOWN, reason)) return t(`reason.${reason as keyof typeof KNOWN}`);
  return t('reason.other', { reason });
}

function refusalWords(status: number, reason: string, t: T): string {
  if (reason === 'no thread') return t('reason.noThread');
  if (status === 401 || status === 403) return t('reason.forbidden', { status });
  if (status === 404) return t('reason.missing');
  if (status === 413) return t('reason.tooBig');
  return t('reason.refused', { status });
}

/** While the engine goes on by itself there is nothing to do yet. */
function firstSentence(text: string): string {
  return text.slice(0, text.indexOf('. ') + 1) || text;
}
