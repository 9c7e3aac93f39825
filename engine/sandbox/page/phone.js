import { fillLog } from './bubbles.js';
import { channelTint, composer, el, icon, initials } from './dom.js';
import { channelName, say } from './words.js';

const largestFile = 16 * 1024 * 1024;

/** The row of customers above the phone. */
export function drawPeople(box, app) {
  const people = [...app.customers.values()].reverse();
  box.replaceChildren(
    ...people.map((person) => {
      const current = person.id === app.customerId && !app.making;
      return el(
        'button',
        {
          type: 'button',
          class: 'person',
          'aria-pressed': String(current),
          testid: `customer-${person.id}`,
          onclick: () => app.chooseCustomer(person.id),
        },
        el(
          'span',
          { class: `avatar small tint-${channelTint(person.channel)}`, 'aria-hidden': 'true' },
          initials(person.name),
        ),
        el('span', {}, person.name),
        el('span', { class: 'sr' }, channelName(person.channel)),
      );
    }),
  );
}

/** The form on an idle phone: who is going to write. */
function drawForm(screen, app) {
  const names = say('names');
  const taken = new Set([...app.customers.values()].map((c) => c.name));
  const suggested = names.find((name) => !taken.has(name)) ?? `${names[0]} ${app.customers.size + 1}`;
  const name = el('input', {
    id: 'new-name',
    required: true,
    maxlength: 200,
    value: suggested,
    autocomplete: 'off',
    testid: 'customer-name',
  });
  const channel = el(
    'select',
    { id: 'new-channel', testid: 'customer-channel' },
    app.state.integrations.map((i) =>
      el('option', { value: i.id, selected: i.id === app.lastChannel }, channelName(i.type)),
    ),
  );
  const phone = el('input', {
    id: 'new-phone',
    inputmode: 'tel',
    maxlength: 30,
    placeholder: say('optional'),
    autocomplete: 'off',
    testid: 'customer-phone',
  });
  const field = (label, input) => el('div', { class: 'field' }, el('label', { for: input.id }, label), input);
  const submit = async (event) => {
    event.preventDefault();
    app.lastChannel = Number(channel.value);
    await app.startCustomer({ name: name.value, phone: phone.value || undefined, channel: Number(channel.value) });
  };
  screen.replaceChildren(
    el(
      'form',
      { class: 'who', onsubmit: submit },
      el('span', { class: 'who-mark tint-talk', 'aria-hidden': 'true' }, icon('chat')),
      el('h3', {}, say('whoIsIt')),
      el('p', { class: 'muted' }, say('whoIsItHint')),
      field(say('name'), name),
      field(say('channel'), channel),
      field(say('phone'), phone),
      el('button', { type: 'submit', class: 'button primary wide', testid: 'customer-create' }, say('begin')),
      app.customers.size > 0 &&
        el('button', { type: 'button', class: 'button quiet wide', onclick: () => app.cancelNew() }, say('cancel')),
    ),
  );
  // Only when somebody asked for the form: the page must not steal focus as it opens.
  if (app.making) name.select();
}

async function asBase64(file) {
  const url = await new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
  return String(url).slice(String(url).indexOf(',') + 1);
}

function drawMessenger(screen, app, person) {
  const log = el('div', { class: 'log', role: 'log', 'aria-label': say('phoneLog'), tabindex: 0, testid: 'phone-log' });
  const typing = el('div', { class: 'typing', role: 'status' });
  const input = el('textarea', {
    rows: 1,
    placeholder: say('message'),
    'aria-label': say('message'),
    testid: 'phone-input',
  });
  const picker = el('input', { type: 'file', hidden: true, testid: 'phone-file' });
  const submit = async () => {
    const text = input.value.trim();
    if (text === '') return;
    input.value = '';
    grow();
    app.phoneDrafts.delete(person.id);
    await app.customerWrites(person.id, { text });
    input.focus();
  };
  const grow = composer(input, submit);
  input.value = app.phoneDrafts.get(person.id) ?? '';
  input.addEventListener('input', () => app.phoneDrafts.set(person.id, input.value));
  picker.addEventListener('change', async () => {
    const [file] = picker.files;
    picker.value = '';
    if (!file) return;
    if (file.size > largestFile) return app.complain(say('fileTooLarge'));
    const mime = file.type || 'application/octet-stream';
    await app.customerWrites(person.id, { attachment: { name: file.name, mime, base64: await asBase64(file) } });
  });
  screen.replaceChildren(
    el(
      'div',
      { class: 'screen-head' },
      el(
        'span',
        { class: `avatar tint-${channelTint(person.channel)}`, 'aria-hidden': 'true' },
        initials(app.state.account.name),
      ),
      el(
        'div',
        { class: 'screen-title' },
        el('strong', {}, app.state.account.name),
        el('span', { class: 'muted' }, `${channelName(person.channel)} · ${person.name}`),
      ),
    ),
    log,
    typing,
    el(
      'form',
      { class: 'compose', onsubmit: (event) => (event.preventDefault(), submit()) },
      picker,
      el(
        'button',
        {
          type: 'button',
          class: 'round ghost',
          'aria-label': say('attach'),
          title: say('attach'),
          onclick: () => picker.click(),
        },
        icon('clip'),
      ),
      input,
      el(
        'button',
        { type: 'submit', class: 'round', 'aria-label': say('send'), title: say('send'), testid: 'phone-send' },
        icon('send'),
      ),
    ),
  );
  grow();
  return { log, typing };
}

/** The phone: a form, or the messenger of the chosen customer. Redrawn whole only when that changes. */
export function createPhone(screen, app) {
  let drawn = '';
  let parts = null;
  return {
    draw(force = false) {
      const person = app.making ? undefined : app.customers.get(app.customerId);
      const wanted = person ? `person ${person.id} ${person.name}` : 'form';
      if (force || wanted !== drawn) {
        drawn = wanted;
        parts = person ? drawMessenger(screen, app, person) : (drawForm(screen, app), null);
      }
      if (!person || !parts) return;
      fillLog(parts.log, app.messagesOf(person.id), { side: 'phone', empty: say('saySomething') });
      const typing = app.operatorTyping(person.id);
      parts.typing.textContent = typing ? say('operatorTyping') : '';
    },
  };
}
