import { fillLog } from './bubbles.js';
import { channelTint, composer, el, icon, initials } from './dom.js';
import { channelName, clock, say, sum } from './words.js';

const sections = [
  ['all', 'all'],
  ['inbox', 'inboxNew'],
  ['active', 'active'],
  ['completed', 'completed'],
];

export function drawSections(box, app) {
  const all = [...app.leads.values()];
  box.replaceChildren(
    ...sections.map(([id, word]) => {
      const count = id === 'all' ? all.length : all.filter((lead) => lead.section === id).length;
      const pressed = String(app.section === id);
      return el(
        'button',
        { type: 'button', 'aria-pressed': pressed, testid: `section-${id}`, onclick: () => app.chooseSection(id) },
        say(word),
        el('span', { class: 'tab-count' }, String(count)),
      );
    }),
  );
}

export function statusChip(app, lead) {
  const status = app.state.statuses.find((s) => s.id === lead.statusId);
  const chip = el('span', { class: 'chip' }, el('i', { class: 'dot', 'aria-hidden': 'true' }), status?.name ?? '—');
  // Set through the CSSOM: an inline style attribute would need a weaker CSP.
  if (status) chip.firstChild.style.background = status.color;
  return chip;
}

function lastLine(lead) {
  if (!lead.last) return '';
  const words = lead.last.text || (lead.last.attachment ? say('file') : '');
  if (lead.last.via === 'customer') return words;
  return `${lead.last.via === 'api' ? say('bot') : lead.last.via === 'auto' ? say('auto') : say('you')}: ${words}`;
}

export function drawLeads(list, app) {
  const all = [...app.leads.values()].sort((a, b) => (b.last?.at ?? b.createdAt) - (a.last?.at ?? a.createdAt));
  const seen = app.section === 'all' ? all : all.filter((lead) => lead.section === app.section);
  const focused = document.activeElement?.dataset?.testid;
  list.replaceChildren(
    ...seen.map((lead) =>
      el(
        'li',
        {},
        el(
          'button',
          {
            type: 'button',
            class: 'lead',
            'aria-current': lead.id === app.leadId ? 'true' : undefined,
            testid: `lead-row-${lead.id}`,
            onclick: () => app.chooseLead(lead.id, true),
          },
          el('span', { class: `avatar tint-${channelTint(lead.channel)}`, 'aria-hidden': 'true' }, initials(lead.name)),
          el(
            'span',
            { class: 'lead-body' },
            el(
              'span',
              { class: 'lead-line' },
              el('strong', {}, lead.name),
              el('time', {}, lead.last ? clock(lead.last.at) : ''),
            ),
            el('span', { class: 'lead-line' }, el('span', { class: 'last' }, lastLine(lead)), unread(lead)),
            el('span', { class: 'lead-line meta' }, statusChip(app, lead), el('span', { class: 'where' }, where(lead))),
          ),
        ),
      ),
    ),
  );
  if (seen.length === 0)
    list.append(el('li', { class: 'empty' }, icon('inbox'), say(all.length === 0 ? 'noLeads' : 'noneHere')));
  if (focused?.startsWith('lead-row-')) list.querySelector(`[data-testid="${focused}"]`)?.focus();
}

const unread = (lead) =>
  lead.unread > 0 && el('span', { class: 'badge', 'aria-label': say('unread')(lead.unread) }, String(lead.unread));

const where = (lead) => (lead.source === 'message' ? channelName(lead.channel) : say(lead.source));

function picker(id, label, options, current, onchange) {
  const select = el(
    'select',
    { id, testid: id, onchange: (event) => onchange(event.target.value) },
    options.map(([value, words]) => el('option', { value, selected: String(value) === String(current) }, words)),
  );
  return el('div', { class: 'pick' }, el('label', { for: id }, label), select);
}

function drawHead(head, app, lead) {
  const contact = [where(lead), lead.phone ?? `@${lead.login}`].join(' · ');
  const statuses = app.state.statuses.map((s) => [s.id, s.name]);
  const people = [['', say('nobody')], ...app.state.managers.map((m) => [m.id, m.name])];
  if (lead.statusId === null) statuses.unshift(['', '—']);
  const focused = document.activeElement?.id;
  head.replaceChildren(
    el('span', { class: `avatar large tint-${channelTint(lead.channel)}`, 'aria-hidden': 'true' }, initials(lead.name)),
    el(
      'div',
      { class: 'head-title' },
      el('h3', {}, lead.name, el('span', { class: 'number' }, say('lead')(lead.id))),
      el('span', { class: 'muted' }, contact),
    ),
    picker('operator-status', say('status'), statuses, lead.statusId ?? '', (value) =>
      app.moveLead(lead.id, { statusId: Number(value) }),
    ),
    picker('operator-responsible', say('responsible'), people, lead.userId ?? '', (value) =>
      app.moveLead(lead.id, { userId: value === '' ? null : Number(value) }),
    ),
  );
  if (focused) head.querySelector(`#${CSS.escape(focused)}`)?.focus();
}

const fact = (word, testid, ...value) =>
  el('div', { class: 'fact' }, el('dt', {}, say(word)), el('dd', { testid }, ...value));

/** What people and bots have noted on the lead; nothing of it reaches the customer. */
function drawCard(card, lead) {
  const tags = lead.tags.map((tag) => el('span', { class: 'chip tag' }, tag));
  card.hidden = lead.tags.length === 0 && lead.amount === null && !lead.details;
  card.replaceChildren(
    ...[
      tags.length > 0 && fact('tags', 'lead-tags', ...tags),
      lead.amount !== null && fact('amount', 'lead-amount', sum(lead.amount)),
      lead.details && fact('note', 'lead-note', lead.details),
    ].filter(Boolean),
  );
}

function drawFrame(box, app, lead) {
  const head = el('div', { class: 'conversation-head' });
  const card = el('dl', { class: 'lead-card', 'aria-label': say('leadCard'), testid: 'lead-card' });
  const log = el('div', {
    class: 'log',
    role: 'log',
    'aria-label': say('operatorLog'),
    tabindex: 0,
    testid: 'operator-log',
  });
  const input = el('textarea', {
    rows: 1,
    placeholder: say('answer'),
    'aria-label': say('answer'),
    testid: 'operator-input',
  });
  const as = el(
    'select',
    {
      'aria-label': say('writeAs'),
      title: say('writeAs'),
      testid: 'operator-as',
      onchange: (e) => (app.operatorId = Number(e.target.value)),
    },
    app.state.managers.map((m) => el('option', { value: m.id, selected: m.id === app.operatorId }, m.name)),
  );
  const submit = async () => {
    const text = input.value.trim();
    if (text === '') return;
    input.value = '';
    grow();
    app.operatorDrafts.delete(lead.id);
    await app.operatorWrites(lead.id, text);
    input.focus();
  };
  const grow = composer(input, submit);
  input.value = app.operatorDrafts.get(lead.id) ?? '';
  input.addEventListener('input', () => {
    app.operatorDrafts.set(lead.id, input.value);
    app.draw();
  });
  const form = el(
    'form',
    { class: 'compose', onsubmit: (event) => (event.preventDefault(), submit()) },
    as,
    input,
    el(
      'button',
      { type: 'submit', class: 'button primary', testid: 'operator-send' },
      icon('send'),
      el('span', {}, say('send')),
    ),
  );
  box.replaceChildren(head, card, log, form);
  grow();
  return { head, card, log };
}

/** The open conversation; its frame is redrawn only when another lead is opened. */
export function createConversation(box, app) {
  let drawn = 0;
  let parts = null;
  let headFor = '';
  let cardFor = '';
  return {
    draw(force = false) {
      const lead = app.leads.get(app.leadId);
      if (!lead) {
        drawn = 0;
        box.replaceChildren(
          el('p', { class: 'empty' }, icon('inbox'), say(app.leads.size === 0 ? 'nothingYet' : 'openLead')),
        );
        return;
      }
      if (force || drawn !== lead.id || !parts) {
        drawn = lead.id;
        headFor = '';
        cardFor = '';
        parts = drawFrame(box, app, lead);
      }
      // An open select would close if it were replaced, so only when what it shows has changed.
      const about = JSON.stringify([
        lead.name,
        lead.phone,
        lead.statusId,
        lead.userId,
        lead.source,
        app.state.statuses,
        app.state.managers,
      ]);
      if (about !== headFor) drawHead(parts.head, app, lead);
      headFor = about;
      // Redrawn only when it has changed, or a selected comment could not be copied.
      const noted = JSON.stringify([lead.id, lead.tags, lead.amount, lead.details]);
      if (noted !== cardFor) drawCard(parts.card, lead);
      cardFor = noted;
      const messages = app.messagesOf(lead.customerId).filter((m) => m.leadId === lead.id);
      fillLog(parts.log, messages, { side: 'operator', empty: say('openLead') });
    },
  };
}
