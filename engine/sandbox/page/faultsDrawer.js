import { el, icon } from './dom.js';
import { clock, say } from './words.js';

/** Which switch stands where, and of what kind it is. */
const groups = {
  deliveries: [
    ['duplicateEveryNth', 'number', ''],
    ['delayMs', 'number', 'ms'],
    ['reorder', 'switch'],
    ['echoBeforeReply', 'switch'],
    ['dropEcho', 'switch'],
  ],
  answers: [
    ['lostRequests', 'chance'],
    ['sendFailAfterDelivery', 'chance'],
    ['sendFailKind', 'choice', ['status500', 'drop', 'hang']],
    ['tooManyRequests', 'chance'],
    ['retryAfterSeconds', 'number', 's'],
    ['serverErrors', 'chance'],
    ['serverErrorStatus', 'choice', [500, 502, 503, 504]],
    ['emptySendReply', 'switch'],
    ['nestedErrorStrings', 'switch'],
    ['rejectLowerCaseBearer', 'switch'],
    ['limitOver', 'choice', ['clamp', 'refuse']],
  ],
  account: [
    ['statusRefused', 'switch'],
    ['leadRefused', 'switch'],
    ['foreignAutoReply', 'switch'],
    ['sendAcceptsLead', 'switch'],
    ['historyLagMs', 'number', 'ms'],
    ['commentSource', 'switch'],
    ['groupChat', 'switch'],
    ['expiredAttachments', 'switch'],
  ],
  shapes: [
    ['datetime', 'choice', ['iso', 'ms']],
    ['messageId', 'choice', ['int', 'string']],
    ['messageIdCollides', 'switch'],
    ['omitSourceType', 'switch'],
    ['omitRealId', 'switch'],
    ['replyToInside', 'switch'],
  ],
};

/** Settings of a fault, not faults: alone they change nothing. */
const companions = new Set(['sendFailKind', 'retryAfterSeconds', 'serverErrorStatus']);
const calm = { datetime: 'iso', messageId: 'int', limitOver: 'clamp' };

/** How many switches differ from a service in good health. */
export function activeFaults(faults) {
  return Object.entries(faults).filter(
    ([key, value]) => !companions.has(key) && value !== (calm[key] ?? (value === 0 ? 0 : false)),
  ).length;
}

function control(app, [key, kind, detail]) {
  const value = app.state.faults[key];
  const id = `fault-${key}`;
  const common = { id, testid: id };
  const set = (wanted) => app.setFaults({ [key]: wanted });
  const label = el('label', { for: id }, say('fault')[key]);
  if (kind === 'switch') {
    const box = el('input', {
      ...common,
      type: 'checkbox',
      role: 'switch',
      checked: value,
      onchange: (e) => set(e.target.checked),
    });
    return el('div', { class: 'fault' }, label, box);
  }
  if (kind === 'choice') {
    const words = say('options');
    const options = detail.map((o) => el('option', { value: o, selected: o === value }, words[o] ?? String(o)));
    const onchange = (e) => set(typeof detail[0] === 'number' ? Number(e.target.value) : e.target.value);
    return el('div', { class: 'fault' }, label, el('select', { ...common, onchange }, options));
  }
  const percent = kind === 'chance';
  const unit = percent ? 'percent' : detail;
  const input = el('input', {
    ...common,
    type: 'number',
    min: 0,
    max: percent ? 100 : 600000,
    value: percent ? Math.round(value * 100) : value,
    onchange: (e) => {
      const given = Math.max(0, Math.round(Number(e.target.value) || 0));
      set(percent ? Math.min(given, 100) / 100 : given);
    },
  });
  return el(
    'div',
    { class: 'fault' },
    label,
    el('span', { class: 'with-unit' }, input, unit ? say('units')[unit] : ''),
  );
}

function deliveryLine(d) {
  const status = d.status === 0 ? say('noAnswer') : String(d.status);
  return el(
    'li',
    { class: `delivery ${d.outcome}` },
    el('span', {}, d.type),
    el('span', { class: 'muted' }, clock(d.at)),
    el('span', { class: 'result' }, `${status} · ${say('outcome')[d.outcome]}`),
  );
}

export function drawFaults(drawer, app) {
  const focused = document.activeElement?.id;
  const top = drawer.querySelector('.drawer-body')?.scrollTop ?? 0;
  const journal = app.deliveries.slice(-25).reverse();
  const body = el(
    'div',
    { class: 'drawer-body' },
    el('p', { class: 'muted' }, say('faultsHint')),
    Object.entries(groups).map(([name, rows]) =>
      el(
        'section',
        {},
        el('h3', {}, say('groups')[name]),
        rows.map((row) => control(app, row)),
      ),
    ),
    el(
      'section',
      {},
      el('h3', {}, say('journal')),
      journal.length === 0
        ? el('p', { class: 'muted' }, say('journalEmpty'))
        : el('ul', { class: 'journal' }, journal.map(deliveryLine)),
    ),
  );
  drawer.replaceChildren(
    el(
      'div',
      { class: 'drawer-head' },
      el('h2', {}, say('faults')),
      el(
        'button',
        {
          type: 'button',
          class: 'button quiet',
          id: 'faults-reset',
          testid: 'faults-reset',
          onclick: () => app.resetFaults(),
        },
        say('reset'),
      ),
      el(
        'button',
        {
          type: 'button',
          class: 'round ghost',
          id: 'faults-close',
          'aria-label': say('close'),
          onclick: () => app.toggleFaults(false),
        },
        icon('close'),
      ),
    ),
    body,
  );
  body.scrollTop = top;
  if (focused) drawer.querySelector(`#${CSS.escape(focused)}`)?.focus();
}
