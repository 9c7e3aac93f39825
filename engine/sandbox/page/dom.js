/** Small helpers for building the page. Text only ever enters as text nodes. */

const SVG = 'http://www.w3.org/2000/svg';

/** `el('button', { class: 'x', onclick: f, testid: 'y' }, 'words', child)` */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else if (key === 'testid') node.dataset.testid = value;
    else if (key === 'value' || key === 'checked' || key === 'disabled' || key === 'selected') node[key] = value;
    else node.setAttribute(key, value === true ? '' : String(value));
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

const shapes = {
  send: ['M5 12h13', 'M12.5 6l6 6-6 6'],
  clip: ['M20 11.5l-8.2 8.2a5 5 0 0 1-7.1-7.1l8.6-8.6a3.3 3.3 0 0 1 4.7 4.7l-8.5 8.5a1.7 1.7 0 0 1-2.4-2.4l7.8-7.8'],
  check: ['M5 12.5l4.5 4.5L19 7.5'],
  checks: ['M2.5 12.5L7 17l9-9.5', 'M12 16l1 1 9-9.5'],
  close: ['M6 6l12 12', 'M18 6L6 18'],
  file: ['M13.5 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8.5z', 'M13.5 3v5.5H19'],
  inbox: ['M4 13l3-8h10l3 8v5a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 18z', 'M4 13h4.5l1.5 2.5h4l1.5-2.5H20'],
  chat: ['M20 15.5a2 2 0 0 1-2 2H9l-5 3.5V6.5a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2z'],
};

export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  for (const d of shapes[name]) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}

export function initials(name) {
  const [a = '', b = ''] = name.trim().split(/\s+/);
  return ((a[0] ?? '?') + (b[0] ?? '')).toUpperCase();
}

/** Which tint a channel is drawn in; the name always stands beside it. */
export function channelTint(type) {
  if (type.startsWith('whatsapp') || type === 'waba') return 'start';
  if (type.startsWith('tele')) return 'talk';
  if (type.startsWith('insta')) return 'nlu';
  if (type.startsWith('vk')) return 'crm';
  return 'system';
}

/** Enter sends, Shift+Enter breaks the line; the field grows with its text. */
export function composer(field, submit) {
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  const grow = () => {
    field.style.height = 'auto';
    field.style.height = `${Math.min(field.scrollHeight + 2, 120)}px`;
  };
  field.addEventListener('input', grow);
  return grow;
}
