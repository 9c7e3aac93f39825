import { figureOf, truthOf } from '../../expression/holds.ts';
import { type Operator, operatorOf, standsAlone } from '../../expression/operators.ts';
import type { BotFacts } from '../../model/definitions.ts';
import { meant } from './meaning.ts';
import type { Case, Group, Row, Term } from './schema.ts';
import { isText, typeOf, variableOf } from './subject.ts';

interface Words {
  readonly if: string;
  readonly and: string;
  readonly or: string;
  readonly yes: string;
  readonly no: string;
  readonly branch: string;
  readonly operators: Readonly<Record<Operator, string>>;
  readonly names: Readonly<Record<string, string>>;
  readonly days: readonly string[];
}

const SIGNS = { '=': '=', '!=': '≠', '<': '<', '<=': '≤', '>': '>', '>=': '≥' } as const;
const RU: Words = {
  if: 'если',
  and: 'и',
  or: 'или',
  yes: 'да',
  no: 'нет',
  branch: 'Ветка',
  operators: {
    ...SIGNS,
    contains: 'содержит',
    notContains: 'не содержит',
    startsWith: 'начинается с',
    endsWith: 'кончается на',
    in: 'одно из',
    notIn: 'не из',
    filled: 'заполнено',
    empty: 'пусто',
  },
  names: {
    'lead.status': 'статус',
    'lead.tags': 'теги',
    'lead.id': 'номер обращения',
    'customer.name': 'имя клиента',
    'customer.phone': 'телефон клиента',
    'customer.email': 'почта клиента',
    'message.text': 'сообщение',
    'hours.open': 'сотрудники на связи',
    channel: 'канал',
    weekday: 'день недели',
    date: 'дата',
    time: 'время',
  },
  days: ['mon', 'пн', 'tue', 'вт', 'wed', 'ср', 'thu', 'чт', 'fri', 'пт', 'sat', 'сб', 'sun', 'вс'],
};
const EN: Words = {
  if: 'if',
  and: 'and',
  or: 'or',
  yes: 'yes',
  no: 'no',
  branch: 'Branch',
  operators: {
    ...SIGNS,
    contains: 'contains',
    notContains: 'does not contain',
    startsWith: 'starts with',
    endsWith: 'ends with',
    in: 'is one of',
    notIn: 'is none of',
    filled: 'is filled',
    empty: 'is empty',
  },
  names: {
    'lead.status': 'status',
    'lead.tags': 'tags',
    'lead.id': 'lead number',
    'customer.name': 'customer’s name',
    'customer.phone': 'customer’s phone',
    'customer.email': 'customer’s e-mail',
    'message.text': 'message',
    'hours.open': 'people are there',
    channel: 'channel',
    weekday: 'weekday',
    date: 'date',
    time: 'time',
  },
  days: ['mon', 'Mon', 'tue', 'Tue', 'wed', 'Wed', 'thu', 'Thu', 'fri', 'Fri', 'sat', 'Sat', 'sun', 'Sun'],
};

const LONGEST = 80;

/** The caption of a branch: its own, else what it asks («если сумма ≥ 5 000»), else its number. In the bot's language. */
export function caseLabel(branch: Case, at: number, facts: BotFacts): string {
  const own = branch.label?.trim() ?? '';
  if (own !== '') return own;
  const asked = caseInWords(branch, facts);
  return asked === '' ? `${wordsOf(facts).branch} ${String(at + 1)}` : asked;
}

/** What a branch asks, in words: «если сумма ≥ 5 000 и статус = В работе». Empty = nothing yet. */
export function caseInWords(branch: Group, facts: BotFacts): string {
  const words = wordsOf(facts);
  const asked = groupInWords(branch, words, facts);
  if (asked === '') return '';
  const whole = `${words.if} ${asked}`;
  return whole.length > LONGEST ? `${whole.slice(0, LONGEST - 1).trimEnd()}…` : whole;
}

function wordsOf({ language }: BotFacts): Words {
  return language.startsWith('ru') ? RU : EN;
}

function groupInWords({ expression, all = [], any = [] }: Group, words: Words, facts: BotFacts): string {
  const inside = (terms: readonly Term[], join: string): string => {
    const parts = terms.map((term) => termInWords(term, terms.length > 1, words, facts)).filter((part) => part !== '');
    return parts.join(` ${join} `);
  };
  const either = inside(any, words.or);
  const isMixed = all.length > 0 && any.length > 1;
  return [expression?.trim() ?? '', inside(all, words.and), isMixed ? `(${either})` : either]
    .filter((part) => part !== '')
    .join(` ${words.and} `);
}

function termInWords(term: Term, isOneOfMany: boolean, words: Words, facts: BotFacts): string {
  const { all = [], any = [] } = term;
  if (term.expression === undefined && all.length === 0 && any.length === 0) return rowInWords(term, words, facts);
  const inside = groupInWords(term, words, facts);
  return isOneOfMany && all.length + any.length > 1 ? `(${inside})` : inside;
}

function rowInWords({ left = '', op = '', right }: Row, words: Words, facts: BotFacts): string {
  if (left.trim() === '') return '';
  const variable = isText(left) ? left : variableOf(left, facts);
  const name = words.names[variable] ?? facts.variables.find((own) => own.id === variable)?.label ?? variable;
  const operator = operatorOf(op);
  const truth = variable === 'hours.open' && operator === '=' ? truthOf(toValue(right)) : null;
  if (truth !== null) return truth ? name : `${name}: ${words.no}`;
  const sign = operator === null ? op : words.operators[operator];
  if (operator !== null && standsAlone(operator)) return `${name} ${sign}`;
  return [name, sign, valueInWords(variable, toValue(right), words, facts)].filter((part) => part !== '').join(' ');
}

function valueInWords(
  variable: string,
  right: string | number | boolean | string[],
  words: Words,
  facts: BotFacts,
): string {
  if (typeof right === 'boolean') return right ? words.yes : words.no;
  if (typeof right === 'number') return figureInWords(right, facts);
  const figure = typeOf(variable, facts) === 'number' ? figureOf(right) : null;
  if (figure !== null) return figureInWords(figure, facts);
  const value = meant(facts, variable, right);
  return (Array.isArray(value) ? value : [String(value)])
    .map((item) => (variable === 'weekday' ? dayInWords(item, words) : item.replaceAll(/\{\{\s*|\s*\}\}/gu, '')))
    .join(', ');
}

const formats = new Map<string, Intl.NumberFormat>();

/** «5 000». To make a format takes longer than to check a block, and there are two languages or so. */
function figureInWords(figure: number, { language }: BotFacts): string {
  const format = formats.get(language) ?? new Intl.NumberFormat(language);
  formats.set(language, format);
  return format.format(figure);
}

function dayInWords(day: string, { days }: Words): string {
  const at = days.indexOf(day);
  return at >= 0 && at % 2 === 0 ? (days[at + 1] ?? day) : day;
}

function toValue(right: Row['right']): string | number | boolean | string[] {
  return typeof right === 'object' ? [...right] : (right ?? '');
}
