import type { LogFacts } from '../ports/log.ts';

/**
 * The names under which anything may stand in a log (reliability.md, 4.8): ids, counts, codes. What is not here is left out,
 * so that a new fact has to be thought about before it is written down anywhere.
 */
const ALLOWED = new Set(
  (
    'account age alike alone answered arrived at attempts audience backups bot bytes call changed changes cleared code contact count ' +
    'created customers days delay doubtful due echoed effect endpoint enabled entries epoch error errors event events exit fault ' +
    'field files first flow forged free from host id ids inbox incoming integration job kept key kind known later latency lead ' +
    'leads left level limit listed mailbox mark matched messages method missing ms name node notes old outbox owner parked path phase ' +
    'pid port position present purpose push queue real reason removed request retries retry rewritten rows runs sa seconds seed sent ' +
    'shape signal source sources stack stale state status step stored tag task timer to total tries turn turns tunnel type unread ' +
    'url verdict version waited waiting way webhook webhooks what why within'
  ).split(' '),
);

/** As long as a place in a payload or a list of its keys can be. */
const LONGEST = 400;

/** What may be written down of these facts: listed names, and values that cannot be a text, a number to call or a secret. */
export function safeFacts(facts: LogFacts): LogFacts {
  const safe: Record<string, LogFacts[string]> = {};
  const unlisted: string[] = [];
  for (const [name, value] of Object.entries(facts)) {
    if (!ALLOWED.has(name)) unlisted.push(name);
    else if (typeof value === 'string') safe[name] = name === 'stack' ? places(value) : masked(value);
    else if (typeof value === 'number') safe[name] = isNumberToCall(name, value) ? masked(String(value)) : value;
    else safe[name] = value;
  }
  return unlisted.length === 0 ? safe : { ...safe, unlisted: unlisted.join(' ') };
}

/** Words of other alphabets are somebody's words; long runs of digits are phones, of letters and digits are keys. */
function masked(text: string): string {
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  if (/[^\x20-\x7e…•\n]/u.test(short)) return '…';
  return short
    .replaceAll(/(?<![\d.])\+?\d(?:[\s().-]{0,2}\d){9,14}(?!\d)/gu, (phone) => `•••${phone.slice(-2)}`)
    .replaceAll(/[\w~+/-]{24,}={0,2}/gu, (run) => (/\d/u.test(run) && /[a-z]/iu.test(run) ? '•••' : run))
    .replaceAll(/[^\s@]+@[^\s@]+\.\w+/gu, '•••@•••');
}

const SIZES = new Set(['bytes', 'free', 'limit', 'ms', 'total', 'unread']);
/** A phone has eleven or twelve digits, epoch milliseconds have thirteen. */
function isNumberToCall(name: string, value: number): boolean {
  return !SIZES.has(name) && Number.isInteger(value) && value >= 10_000_000_000 && value < 1_000_000_000_000;
}

/** Where it happened, without what it said: a message can quote a customer. */
function places(stack: string): string {
  const lines = stack.split('\n');
  const name = /^[A-Z][A-Za-z]*(?=[:\s]|$)/u.exec(stack)?.[0] ?? 'Error';
  return [name, ...lines.filter((line) => /^\s+at /u.test(line))].join('\n');
}
