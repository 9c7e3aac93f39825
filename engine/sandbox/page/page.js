import { activeFaults, drawFaults } from './faultsDrawer.js';
import { createConversation, drawLeads, drawSections } from './inbox.js';
import { createPhone, drawPeople } from './phone.js';
import { call, follow, takeKey } from './server.js';
import { currentLanguage, say, setLanguage } from './words.js';

const $ = (id) => document.getElementById(id);

/** What the page shows; changed by notices of the sandbox and by the hands of the person, then drawn. */
const app = {
  state: null,
  customers: new Map(),
  leads: new Map(),
  threads: new Map(),
  deliveries: [],
  customerId: null,
  leadId: null,
  operatorId: null,
  lastChannel: null,
  section: 'all',
  making: false,
  faultsOpen: false,
  phoneDrafts: new Map(),
  operatorDrafts: new Map(),

  messagesOf: (customerId) => [...(app.threads.get(customerId)?.values() ?? [])].sort((a, b) => a.seq - b.seq),
  operatorTyping: (customerId) =>
    [...app.operatorDrafts].some(
      ([leadId, words]) => words.trim() !== '' && app.leads.get(leadId)?.customerId === customerId,
    ),

  chooseCustomer: (id) => {
    app.making = false;
    app.customerId = id;
    app.leadId = app.customers.get(id)?.leadIds.at(-1) ?? null;
    void app.loadThread(id);
    app.draw();
  },
  chooseLead: (id, byHand) => {
    const lead = app.leads.get(id);
    if (!lead) return;
    app.leadId = id;
    app.customerId = lead.customerId;
    app.making = false;
    void app.loadThread(lead.customerId);
    if (byHand && lead.unread > 0) void attempt(() => call('POST', `/leads/${id}/read`));
    app.draw();
  },
  chooseSection: (section) => {
    app.section = section;
    app.draw();
  },
  cancelNew: () => {
    app.making = false;
    app.draw();
  },
  startCustomer: (wanted) =>
    attempt(async () => {
      const person = await call('POST', '/customers', wanted);
      app.customers.set(person.id, person);
      app.chooseCustomer(person.id);
      // The messenger is drawn in the next frame: only then is there a field to write in.
      requestAnimationFrame(() => document.querySelector('[data-testid="phone-input"]')?.focus());
    }),
  customerWrites: (id, words) =>
    attempt(async () => {
      const wrote = await call('POST', `/customers/${id}/messages`, words);
      if (app.customerId === id) app.leadId = wrote.lead.id;
      app.draw();
    }),
  operatorWrites: (id, text) => attempt(() => call('POST', `/leads/${id}/messages`, { text, userId: app.operatorId })),
  moveLead: (id, change) =>
    attempt(
      () => call('PUT', `/leads/${id}`, change),
      () => parts.conversation.draw(true),
    ),
  setFaults: (patch) =>
    attempt(
      () => call('PATCH', '/faults', patch),
      () => drawFaults($('faults'), app),
    ),
  resetFaults: () => attempt(() => call('DELETE', '/faults')),
  toggleFaults: (open) => {
    app.faultsOpen = open;
    $('faults').hidden = !open;
    $('faults-toggle').setAttribute('aria-expanded', String(open));
    app.draw();
    if (open) $('faults-close')?.focus();
    else $('faults-toggle').focus();
  },
  complain: (words) => banner(words, 6000),
  loadThread: (id) =>
    attempt(async () => {
      const messages = await call('GET', `/customers/${id}/messages`);
      app.threads.set(id, new Map(messages.map((m) => [m.seq, m])));
      app.draw();
    }),
  draw: () => {
    if (!app.state || drawing) return;
    drawing = requestAnimationFrame(() => {
      drawing = 0;
      drawAll();
    });
  },
};

let drawing = 0;
const parts = { phone: createPhone($('screen'), app), conversation: createConversation($('conversation'), app) };

function drawAll(force = false) {
  drawPeople($('people'), app);
  parts.phone.draw(force);
  drawSections($('sections'), app);
  drawLeads($('leads'), app);
  parts.conversation.draw(force);
  drawTop();
  if (app.faultsOpen) drawFaults($('faults'), app);
}

function drawTop() {
  $('account').textContent = app.state.account.name;
  $('inbox-count').textContent = say('total')(app.leads.size);
  const count = activeFaults(app.state.faults);
  $('faults-count').hidden = count === 0;
  $('faults-count').textContent = String(count);
  const hooks = app.state.webhooks;
  const worst = hooks.find((h) => h.status === 0) ?? hooks.find((h) => h.failures > 0) ?? hooks[0];
  const [mood, words] = !worst
    ? ['none', say('hookNone')]
    : worst.status === 0
      ? ['off', say('hookOff')]
      : worst.failures > 0
        ? ['failing', say('hookFailing')(worst.failures)]
        : ['on', say('hookOn')];
  if ($('hook').textContent !== words) $('hook').textContent = words;
  $('hook').dataset.mood = mood;
  $('hook').title = worst?.url ?? '';
}

let bannerTimer;
function banner(words, ms) {
  clearTimeout(bannerTimer);
  $('banner').hidden = words === '';
  $('banner').textContent = words;
  if (ms) bannerTimer = setTimeout(() => banner(''), ms);
}

/** Does something on the server; says so if it fails, and puts back what was shown. */
async function attempt(work, undo = () => {}) {
  try {
    return await work();
  } catch (error) {
    banner(say('failed')(error.message), 6000);
    undo();
    return undefined;
  }
}

async function load() {
  const state = await call('GET', '/state');
  const first = app.state === null;
  app.state = state;
  app.customers = new Map(state.customers.map((c) => [c.id, c]));
  app.leads = new Map(state.leads.map((l) => [l.id, l]));
  app.operatorId ??= state.operatorId;
  app.deliveries = await call('GET', '/deliveries');
  if (first) {
    setLanguage(localStorage.getItem('sandbox-language') ?? state.language);
    const latest = [...app.leads.values()].sort((a, b) => (b.last?.at ?? 0) - (a.last?.at ?? 0))[0];
    app.leadId = latest?.id ?? null;
    app.customerId = latest?.customerId ?? [...app.customers.keys()].at(-1) ?? null;
  }
  app.threads.clear();
  if (app.customerId !== null) await app.loadThread(app.customerId);
  translate();
}

const notices = {
  customer: (customer) => app.customers.set(customer.id, customer),
  lead: (lead) => {
    app.leads.set(lead.id, lead);
    const customer = app.customers.get(lead.customerId);
    if (customer && !customer.leadIds.includes(lead.id)) customer.leadIds.push(lead.id);
    if (app.customerId === lead.customerId && (app.leadId === null || lead.id > app.leadId)) app.leadId = lead.id;
    // The first conversation opens by itself, whoever began it.
    if (app.customerId === null) app.chooseLead(lead.id, false);
  },
  message: (message) => app.threads.get(message.customerId)?.set(message.seq, message),
  webhooks: (webhooks) => (app.state.webhooks = webhooks),
  faults: (faults) => (app.state.faults = faults),
  delivery: (delivery) => {
    app.deliveries = [...app.deliveries.slice(-200), delivery];
    const hook = app.state.webhooks.find((h) => h.id === delivery.webhookId);
    if (hook && delivery.outcome === 'delivered') hook.failures = 0;
  },
  account: () => void load(),
};

function onNotice(kind, data) {
  if (!app.state) return;
  notices[kind]?.(data);
  app.draw();
}

async function onStream(what) {
  if (what === 'denied') return banner(say('noKey'));
  if (what === 'lost') return banner(say('lost'));
  banner('');
  await attempt(load);
}

function translate() {
  document.documentElement.lang = currentLanguage();
  document.title = say('title');
  for (const node of document.querySelectorAll('[data-say]')) node.textContent = say(node.dataset.say);
  for (const node of document.querySelectorAll('[data-say-label]'))
    node.setAttribute('aria-label', say(node.dataset.sayLabel));
  for (const node of document.querySelectorAll('[data-language]'))
    node.setAttribute('aria-pressed', String(node.dataset.language === currentLanguage()));
  if (app.state) drawAll(true);
}

for (const node of document.querySelectorAll('[data-language]')) {
  node.addEventListener('click', () => {
    localStorage.setItem('sandbox-language', node.dataset.language);
    setLanguage(node.dataset.language);
    translate();
  });
}
$('customer-new').addEventListener('click', () => {
  app.making = true;
  app.draw();
});
$('faults-toggle').addEventListener('click', () => app.toggleFaults(!app.faultsOpen));
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && app.faultsOpen) app.toggleFaults(false);
});

setLanguage(localStorage.getItem('sandbox-language') ?? navigator.language.slice(0, 2));
translate();
if (takeKey()) void follow(onNotice, onStream);
else banner(say('noKey'));
