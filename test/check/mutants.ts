import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TEMPLATE_NAMES, templateBot } from '../../engine/flow/templates/templateBot.ts';

/** A bot file that somebody else's program got wrong, with the way to make it again. */
export interface Mutant {
  readonly name: string;
  readonly text: string;
}

const BOTS = join(import.meta.dirname, '../fixtures/bots');
const FILES = ['contract', 'format-0', 'states'].map((name) => ({
  name,
  text: readFileSync(join(BOTS, `${name}.dialogram.json`), 'utf8'),
}));
const TEMPLATES = TEMPLATE_NAMES.flatMap((name) =>
  (['ru', 'en'] as const).map((language) => ({
    name: `${name}.${language}`,
    text: JSON.stringify(templateBot(name, language)),
  })),
);
const ORIGINALS = [...FILES, ...TEMPLATES];

type Draw = (below: number) => number;

/** The same numbers for the same seed, on every machine. */
function draws(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

interface Slot {
  readonly holder: Record<string, unknown> | unknown[];
  readonly key: string | number;
}

function slots(value: unknown, found: Slot[] = []): Slot[] {
  if (typeof value !== 'object' || value === null) return found;
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  for (const key of keys) {
    found.push({ holder: value as Record<string, unknown>, key });
    slots((value as Record<string | number, unknown>)[key], found);
  }
  return found;
}

const read = ({ holder, key }: Slot): unknown => (holder as Record<string | number, unknown>)[key];
function write({ holder, key }: Slot, value: unknown): void {
  // Defined, not assigned: a key may be `__proto__`.
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

const EXTREMES: readonly unknown[] = [
  null,
  '',
  ' ',
  0,
  -1,
  0.5,
  1e308,
  -1e308,
  Number.MAX_SAFE_INTEGER,
  1e-320,
  true,
  false,
  [],
  {},
  [[]],
  [null],
  { text: null },
  'x'.repeat(5_000),
  '\u0000',
  '\uD800',
  '{{',
  '{{name|{{name}}}}',
  '{{constructor}}',
  '{{secret.key}}',
  '🎂'.repeat(50),
  '\u202Eabc',
  '__proto__',
  'constructor',
  'toString',
  'start',
  'main',
  'menu',
  'next',
  'other',
  'all',
  'lastMenu',
  '0',
  '99999999999999999999',
  '24:00',
  '2027-02-30',
  'http://',
  'https://example.org/{{customer.name}}',
  '(a+)+$',
  '((((',
  '1 + ',
  'score > 3 and',
];

const KINDS = [
  ...['start', 'command', 'resume', 'fallback', 'message', 'menu', 'question', 'intent', 'condition', 'set', 'split'],
  ...['wait', 'hours', 'status', 'assign', 'tags', 'lead', 'handoff', 'pause', 'jump', 'call', 'http', 'goal', 'end'],
  ...['script', 'Message', 'constructor'],
];

type Mutate = (bot: Record<string, unknown>, draw: Draw) => void;

function pick<T>(list: readonly T[], draw: Draw): T | undefined {
  return list[draw(list.length)];
}

/** Of those that fit: whatever a mutation cannot find here, it leaves alone. */
function at(bot: unknown, draw: Draw, fits: (slot: Slot) => boolean = () => true): Slot | undefined {
  return pick(slots(bot).filter(fits), draw);
}

const isList = (slot: Slot): boolean => Array.isArray(read(slot));
const isText = (slot: Slot): boolean => typeof read(slot) === 'string';
const named =
  (...names: readonly string[]) =>
  ({ key }: Slot): boolean =>
    names.includes(String(key));
const inExits = (bot: Record<string, unknown>): Slot[] =>
  slots(bot)
    .filter(named('exits'))
    .flatMap((slot) => slots(read(slot)));

const MUTATIONS: readonly Mutate[] = [
  function drop(bot, draw) {
    const slot = at(bot, draw);
    if (slot === undefined) return;
    if (Array.isArray(slot.holder)) slot.holder.splice(Number(slot.key), 1);
    else Reflect.deleteProperty(slot.holder, slot.key);
  },
  function change(bot, draw) {
    const slot = at(bot, draw);
    if (slot !== undefined) write(slot, structuredClone(pick(EXTREMES, draw)));
  },
  function swap(bot, draw) {
    const [one, other] = [at(bot, draw, isText), at(bot, draw, isText)];
    if (one === undefined || other === undefined) return;
    const kept = read(one);
    write(one, read(other));
    write(other, kept);
  },
  function swapIds(bot, draw) {
    const [one, other] = [at(bot, draw, named('id')), at(bot, draw, named('id'))];
    if (one !== undefined && other !== undefined) write(one, structuredClone(read(other)));
  },
  function lead(bot, draw) {
    const exits = inExits(bot);
    const [one, other] = [pick(exits, draw), pick(exits, draw)];
    if (one !== undefined && other !== undefined) write(one, structuredClone(read(other)));
  },
  function duplicate(bot, draw) {
    const slot = at(bot, draw, isList);
    const list = slot === undefined ? [] : (read(slot) as unknown[]);
    if (list.length > 0) list.splice(draw(list.length), 0, structuredClone(pick(list, draw)));
  },
  function double(bot, draw) {
    const slot = at(bot, draw, (one) => isList(one) && named('nodes')(one));
    const nodes = (slot === undefined ? [] : read(slot)) as Record<string, unknown>[];
    const node = pick(nodes, draw);
    if (node !== undefined) nodes.push({ ...structuredClone(node), id: `copy${String(draw(1_000))}` });
  },
  function nest(bot, draw) {
    const slot = at(bot, draw);
    if (slot === undefined) return;
    const value = read(slot);
    write(slot, draw(2) === 0 ? [value] : { value });
  },
  function unnest(bot, draw) {
    const slot = at(bot, draw, (one) => typeof read(one) === 'object' && read(one) !== null);
    const inner: unknown = slot === undefined ? undefined : pick(Object.values(read(slot) as object), draw);
    if (slot !== undefined && inner !== undefined) write(slot, structuredClone(inner));
  },
  function graft(bot, draw) {
    const [one, other] = [at(bot, draw), at(bot, draw)];
    if (one === undefined || other === undefined) return;
    write(one, structuredClone(read(other)));
  },
  function rename(bot, draw) {
    const slot = at(bot, draw, ({ holder }) => !Array.isArray(holder));
    if (slot === undefined) return;
    const value = read(slot);
    Reflect.deleteProperty(slot.holder, slot.key);
    write({ holder: slot.holder, key: `${String(slot.key)}X` }, value);
  },
  function kind(bot, draw) {
    const slot = at(bot, draw, named('kind'));
    if (slot !== undefined) write(slot, pick(KINDS, draw));
  },
  function shuffle(bot, draw) {
    const slot = at(bot, draw, isList);
    const list = slot === undefined ? [] : (read(slot) as unknown[]);
    for (let index = list.length - 1; index > 0; index -= 1) {
      const other = draw(index + 1);
      [list[index], list[other]] = [list[other], list[index]];
    }
  },
];

/** Some bytes of the text itself: cut off, doubled, of another encoding. */
const BYTES: readonly ((text: string, draw: Draw) => string)[] = [
  (text, draw) => text.slice(0, draw(text.length)),
  (text, draw) => {
    const place = draw(text.length);
    return `${text.slice(0, place)}${String(pick(EXTREMES, draw))}${text.slice(place + 1)}`;
  },
  (text) => `\uFEFF${text.replaceAll(',', ',\r\n')}`,
  (text) => text + text,
];

/** One of the examples with one to four things wrong in it. */
export function mutant(seed: number): Mutant {
  const draw = draws(seed);
  const { name, text } = pick(ORIGINALS, draw) ?? { name: '', text: '{}' };
  const bot = JSON.parse(text) as Record<string, unknown>;
  const done: string[] = [];
  for (let left = 1 + draw(4); left > 0; left -= 1) {
    const mutate = pick(MUTATIONS, draw);
    if (mutate === undefined) continue;
    done.push(mutate.name);
    mutate(bot, draw);
  }
  const written = JSON.stringify(bot);
  const spoil = draw(20) === 0 ? pick(BYTES, draw) : undefined;
  return {
    name: `${String(seed)}: ${name}, ${done.join(', ')}`,
    text: spoil === undefined ? written : spoil(written, draw),
  };
}
