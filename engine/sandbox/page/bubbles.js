import { el, icon } from './dom.js';
import { clock, dayOf, say } from './words.js';

/** How many messages a log shows: enough to read back, few enough to draw at once. */
const shown = 300;

/** Who wrote a message, in the operator's words. */
export function authorOf(message) {
  if (message.via === 'api') return say('byBot')(message.author === say('bot') ? null : message.author);
  if (message.via === 'operator') return say('operator')(message.author ?? say('you'));
  if (message.via === 'auto') return say('auto');
  return message.author ?? '';
}

function attachment({ type, url, name }) {
  const safe = url.startsWith('/files/') || /^https?:\/\//.test(url);
  const label = name || say('file');
  // Pictures from elsewhere are links: opening this page must tell nobody that it was opened.
  if (type === 'photo' && url.startsWith('/files/')) {
    const image = el('img', { src: url, alt: label, class: 'photo', loading: 'lazy' });
    return el('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, image);
  }
  if (!safe) return el('span', { class: 'file' }, icon('file'), label);
  return el('a', { class: 'file', href: url, target: '_blank', rel: 'noopener noreferrer' }, icon('file'), label);
}

function ticks(message) {
  const words = say(message.acknowledged ? 'delivered' : 'sent');
  const mark = el('span', {
    class: message.acknowledged ? 'ticks done' : 'ticks',
    title: words,
    role: 'img',
    'aria-label': words,
  });
  mark.append(icon(message.acknowledged ? 'checks' : 'check'));
  return mark;
}

/** One message. `mine` puts it on the right; `named` writes above it who it is from. */
function bubble(message, { mine, named, withTicks, quoted }) {
  const foot = el('span', { class: 'foot' }, clock(message.at), withTicks && ticks(message));
  return el(
    'div',
    { class: `bubble ${mine ? 'mine' : 'theirs'} via-${message.via}`, testid: `message-${message.seq}` },
    named && el('span', { class: 'author' }, authorOf(message)),
    quoted && el('span', { class: 'quote' }, quoted.text || say('file')),
    message.attachments.map(attachment),
    message.text && el('span', { class: 'text' }, message.text),
    foot,
  );
}

/** Fills a log with messages, with a line where a day begins, and stays at the end if it was there. */
export function fillLog(log, messages, { side, empty }) {
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
  const bySeq = new Map(messages.map((m) => [m.seq, m]));
  const nodes = [];
  let day = '';
  let before = null;
  for (const message of messages.slice(-shown)) {
    const date = dayOf(message.at);
    if (date !== day) nodes.push(el('div', { class: 'day' }, date));
    const customer = message.via === 'customer';
    const mine = side === 'phone' ? customer : !customer;
    const author = authorOf(message);
    const named = side !== 'phone' && (date !== day || author !== before);
    const withTicks = side === 'phone' && customer;
    nodes.push(bubble(message, { mine, named, withTicks, quoted: bySeq.get(message.replySeq) }));
    day = date;
    before = author;
  }
  if (nodes.length === 0) nodes.push(el('p', { class: 'empty' }, icon('chat'), empty));
  log.replaceChildren(...nodes);
  if (atEnd) log.scrollTop = log.scrollHeight;
}
