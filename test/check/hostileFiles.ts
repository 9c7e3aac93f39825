import { templateBot } from '../../engine/flow/templates/templateBot.ts';
import { KIND_NAMES } from '../../engine/nodes/kind.ts';
import { kindOf } from '../../engine/nodes/registry.ts';
import { seededRandom } from '../../engine/nlu/seededRandom.ts';
import { brokenBytes, withKeys } from './hostileBytes.ts';
import { shaped } from './hostileShapes.ts';
import {
  EMPTY,
  EVIL_NAMES,
  EVIL_PATTERNS,
  EVIL_TEXTS,
  EVIL_VALUES,
  file,
  pick,
  type HostileFile,
  type Json,
  type Random,
} from './hostileValues.ts';

/** All of them, the same each time. */
export function hostileFiles(): HostileFile[] {
  const files = [...spoilt(), ...ofEachKind(), ...shaped(), ...brokenBytes(), ...withKeys()];
  return files.map(({ name, bytes }, at) => ({ name: `${String(at).padStart(3, '0')} ${name}`, bytes }));
}

/** A sound bot in which some values were replaced by what nobody expects there. */
function spoilt(): HostileFile[] {
  return Array.from({ length: 230 }, (_, seed) => {
    const random = seededRandom(seed + 1);
    const bot = structuredClone(
      templateBot(seed % 2 === 0 ? 'menu' : 'nlp', seed % 4 < 2 ? 'ru' : 'en'),
    ) as unknown as Json;
    for (let count = 1 + (seed % 5); count > 0; count -= 1) spoil(bot, random);
    return file('a sound bot with strange values', bot);
  });
}

/** Goes down by chance and puts something else there. */
function spoil(root: object, random: Random): void {
  let at = root as Json;
  for (;;) {
    const keys = Object.keys(at);
    if (keys.length === 0) return;
    const key = pick(keys, random);
    const inner = at[key];
    if (typeof inner === 'object' && inner !== null && random() < 0.85) {
      at = inner as Json;
      continue;
    }
    at[key] = structuredClone(pick(EVIL_VALUES, random));
    return;
  }
}

/** The fields blocks have, of which each gets something it can't use. */
const FIELDS = [
  'text',
  'parts',
  'variants',
  'pick',
  'options',
  'after',
  'words',
  'match',
  'inStatuses',
  'when',
  'sources',
  'answer',
  'saveTo',
  'min',
  'max',
  'pattern',
  'entity',
  'hint',
  'attempts',
  'timeoutMinutes',
  'reminders',
  'intents',
  'extract',
  'cases',
  'assignments',
  'branches',
  'minutes',
  'until',
  'onMessage',
  'hours',
  'status',
  'to',
  'add',
  'remove',
  'comment',
  'amount',
  'brief',
  'assignTo',
  'resumeWord',
  'flow',
  'node',
  'pass',
  'receive',
  'method',
  'url',
  'headers',
  'body',
  'save',
  'sample',
  'timeoutSeconds',
  'name',
  'value',
  'outcome',
];

/** Every kind of block with data made up by chance, connected by chance. */
function ofEachKind(): HostileFile[] {
  return Array.from({ length: 144 }, (_, seed) => {
    const random = seededRandom(10_000 + seed);
    const kind = KIND_NAMES[seed % KIND_NAMES.length] ?? 'message';
    const other = pick([...KIND_NAMES, 'hologram', 'constructor', ''], random);
    // Of five bots one holds whatever comes; the others only what their blocks read, so that it gets to run.
    const data = (of: string): Json => (seed % 5 === 0 ? anything(random) : readable(of, random));
    const ids = ['a', 'b', 'start', 'constructor', 'toString'];
    const exits = (): Json =>
      Object.fromEntries(
        ['next', 'answered', 'failed', 'other', 'ok', 'error', 'else', 'toString'].map((exit) => [
          exit,
          pick(ids, random),
        ]),
      );
    return file(`${kind} beside ${other}`, {
      ...EMPTY,
      flows: [
        {
          id: 'main',
          name: 'Главный',
          nodes: [
            { id: 'start', kind: 'start', exits: { next: 'a' } },
            { id: 'a', kind, data: data(kind), exits: exits() },
            { id: 'b', kind: other, data: data(other), exits: exits() },
          ],
        },
      ],
    });
  });
}

function anything(random: Random): Json {
  return Object.fromEntries(FIELDS.filter(() => random() < 0.3).map((field) => [field, strange(field, random)]));
}

/** The strangest data that the kind still takes: of each field the first of some values that fits. */
function readable(kind: string, random: Random): Json {
  const schema = kindOf(kind)?.schema;
  let data: Json = {};
  for (const field of FIELDS) {
    for (let tries = random() < 0.8 ? 5 : 0; tries > 0; tries -= 1) {
      const more = { ...data, [field]: strange(field, random) };
      if (schema?.safeParse(more).success !== true) continue;
      data = more;
      break;
    }
  }
  return data;
}

/** Things with parts, each part a name of the worst kind. */
const WITH_PARTS: Readonly<Record<string, (name: () => string, random: Random) => unknown>> = {
  parts: (name) => [{ text: name() }, { image: name() }],
  variants: (name) => [[{ text: name() }], [{ text: name() }]],
  options: (name) => [
    { id: name(), label: name(), synonyms: [name()], code: name() },
    { id: name(), label: name() },
  ],
  cases: (name, random) => [
    { id: name(), label: name(), all: [{ left: 'name', op: pick(OPERATORS, random), right: name() }] },
    { id: name(), label: name(), expression: pick(EXPRESSIONS, random) },
  ],
  assignments: (name, random) => [
    { variable: 'name', op: pick(['=', '+', '-', 'append', 'clear', 'now', 'random'], random), value: name() },
  ],
  branches: (name) => [
    { id: name(), label: name(), weight: 0 },
    { id: name(), label: name(), weight: 1e308 },
  ],
  extract: (name) => [
    { what: 'phone', saveTo: 'name' },
    { what: 'entity', entity: name(), saveTo: 'name' },
  ],
  save: (name) => [
    { path: name(), variable: 'name' },
    { path: 'a[0].b["c"]', variable: 'name' },
  ],
  headers: (name) => [{ name: name(), value: name() }],
  pass: (name) => [{ from: name(), to: 'name' }],
  hours: (name) => ({ weekly: { mon: [[name(), '24:00']], tue: [['23:00', '01:00']] }, holidays: [name()] }),
  reminders: (name) => [{ minutes: 1e-9, text: name() }, { minutes: 1e308 }],
  when: (name) => ({ words: [name()], statuses: [name()] }),
  sample: (name) => ({ [`x${name()}`]: [name(), { a: [{ b: { c: 1 } }] }] }),
};
const OPERATORS = [
  '=',
  '!=',
  '<',
  '>',
  '<=',
  '>=',
  'contains',
  'matches',
  'startsWith',
  'filled',
  'empty',
  'in',
  'nonsense',
];
const EXPRESSIONS = [
  '1',
  '1/0',
  'name = name',
  '(((((1)))))',
  '('.repeat(900),
  '1+'.repeat(400) + '1',
  'constructor',
  'a.b.c.d',
  "name.length > 0 or 'x' * 3",
  '-'.repeat(900) + '1',
];

function strange(field: string, random: Random): unknown {
  const make = WITH_PARTS[field];
  if (make !== undefined && random() < 0.7) return make(() => pick(NAMES, random), random);
  if (field === 'pattern' || (field === 'words' && random() < 0.5)) return pick(EVIL_PATTERNS, random);
  if (field === 'text' || field === 'hint' || field === 'url') return pick(TEXTS, random);
  return random() < 0.2 ? [pick(EVIL_VALUES, random), pick(NAMES, random)] : pick([...EVIL_VALUES, ...CHOICES], random);
}

/** Without the one that is refused at sight. */
const NAMES = EVIL_NAMES.filter((name) => name !== '__proto__');
const TEXTS = [...EVIL_TEXTS, 'Привет, {{name}}', '{{constructor}} {{toString|x}}', 'https://a.ru/{{name}}'];
/** Words that choose something in one kind or another. */
const CHOICES = [
  'repeat',
  'short',
  'inTurn',
  'expression',
  'pattern',
  'phone',
  'date',
  'entity',
  'number',
  'all',
  'best',
  'interrupt',
  'ignore',
  'lastMenu',
  'main',
  'st_human',
  'POST',
  'name',
  '09:30',
  'node',
  60,
  3,
];
