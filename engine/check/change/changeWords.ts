import type { Bot } from '../../flow/botSchema.ts';
import type { Change } from '../../flow/diff/change.ts';
import { isRecord } from '../../nodes/spellings.ts';
import { exitWords } from '../problemWords.ts';
import type { Language } from '../words/sentence.ts';
import { botNames, kindName, type BotNames } from './botNames.ts';
import { FIELD_WORDS, THING_WORDS } from './fieldWords.ts';
import { quoted, shownValue } from './shownValue.ts';

/** How the changes between these two bots are told. Which flow it is about, the page or the line says. */
export function changeWords(before: Bot, after: Bot, language: Language): (change: Change) => string {
  const names = botNames(before, after, language);
  const say: Say = { names, language, either: (ru, en) => (language === 'ru' ? ru : en) };
  return (change) => {
    const subject = subjectOf(change, say);
    const said = flowWords(change, say) ?? nodeWords(change, say) ?? fieldWords(change, say);
    const line = subject === '' ? said : `${subject}: ${said}`;
    return line.charAt(0).toUpperCase() + line.slice(1);
  };
}

interface Say {
  readonly names: BotNames;
  readonly language: Language;
  readonly either: (ru: string, en: string) => string;
}

function subjectOf({ flow, node, field }: Change, { names, language, either }: Say): string {
  if (flow !== null && node !== null) return `${either('блок', 'block')} ${quoted(names.node(flow, node), language)}`;
  if (flow !== null) return `${either('сценарий', 'flow')} ${quoted(names.flow(flow), language)}`;
  const [root = ''] = field.split('.');
  if (root === 'hours') return either('рабочие часы', 'opening hours');
  if (root === 'settings') return either('настройки', 'settings');
  return Object.hasOwn(THING_WORDS, root) || root === 'flows' ? '' : either('бот', 'bot');
}

/** «Сценарий „Доставка“: добавлен». */
function flowWords({ flow, node, field, before }: Change, { either }: Say): string | null {
  if (flow === null && field === 'flows')
    return either('сценарии стоят в другом порядке', 'the flows stand in another order');
  if (flow === null || node !== null) return null;
  const came = before === null;
  if (field === 'flow') return came ? either('добавлен', 'added') : either('удалён', 'deleted');
  if (field !== 'main') return null;
  return came ? either('теперь главный', 'now the main one') : either('больше не главный', 'no longer the main one');
}

/** «Блок „Меню“: пункт „Доставка“ теперь ведёт к „Адрес“». */
function nodeWords({ flow, node, field, before, after }: Change, say: Say): string | null {
  if (flow === null || node === null) return null;
  const { names, language, either } = say;
  const named = (id: unknown): string => quoted(names.node(flow, String(id)), language);
  if (field === 'node') {
    const face = before ?? after;
    const kind = kindName(isRecord(face) ? String(face.kind) : '', language);
    return before === null
      ? either(`добавлен блок (${kind})`, `block added (${kind})`)
      : either(`блок удалён (${kind})`, `block deleted (${kind})`);
  }
  if (field === 'disabled')
    return after === true ? either('отключён', 'switched off') : either('снова включён', 'switched on again');
  if (field === 'kind')
    return `${either('вид изменён', 'kind changed')}: ${kindName(String(before), language)} → ${kindName(String(after), language)}`;
  if (!field.startsWith('exits.')) return null;
  const title = exitTitle(flow, node, field.slice('exits.'.length), say);
  return after === null
    ? either(
        `${title} никуда не ведёт (раньше к ${named(before)})`,
        `${title} leads nowhere (before: ${named(before)})`,
      )
    : either(`${title} теперь ведёт к ${named(after)}`, `${title} now leads to ${named(after)}`);
}

/** An option by its caption, an output of the block by the name it has on the canvas. */
function exitTitle(flow: string, node: string, exit: string, { names, language, either }: Say): string {
  const option = names.captions(flow, node).find(({ id, list }) => id === exit && Object.hasOwn(THING_WORDS, list));
  const words = option === undefined ? undefined : THING_WORDS[option.list];
  if (option !== undefined && words !== undefined)
    return `${either(words.ru[0], words.en)} ${quoted(option.name, language)}`;
  const topic = names.things(null, null, 'intents').find(({ id }) => id === exit);
  return `${either('выход', 'output')} ${quoted(topic?.name ?? exitWords(exit, language), language)}`;
}

/** «текст изменён: „…“ → „…“», «пункт „Доставка“: синонимы: добавлено „курьер“», «добавлена тема „Оплата“». */
function fieldWords(change: Change, say: Say): string {
  const { names, language, either } = say;
  const { flow, node, field, before, after } = change;
  const [list = ''] = field.split('.', 1);
  const words = Object.hasOwn(THING_WORDS, list) ? THING_WORDS[list] : undefined;
  const things = words === undefined ? [] : names.things(flow, node, list);
  if (words !== undefined && field === list && things.length > 0)
    return `${FIELD_WORDS[list]?.[language][0] ?? list}: ${either('другой порядок', 'another order')}`;
  const inside = field.slice(list.length + 1);
  const thing = things.find(({ id }) => inside === id || inside.startsWith(`${id}.`));
  if (words === undefined || thing === undefined) return difference(change, field, say);
  const name = quoted(thing.name, language);
  const [ru, added, removed] = words.ru;
  if (inside === thing.id)
    return before === null
      ? either(`${added} ${ru} ${name}`, `${words.en} ${name} added`)
      : either(`${removed} ${ru} ${name}`, `${words.en} ${name} removed`);
  const rest = inside.slice(thing.id.length + 1);
  if ((rest === 'label' || rest === 'name') && typeof before === 'string' && typeof after === 'string')
    return either(
      `${ru} ${quoted(before, 'ru')} теперь называется ${quoted(after, 'ru')}`,
      `${words.en} ${quoted(before, 'en')} is now called ${quoted(after, 'en')}`,
    );
  return `${either(ru, words.en)} ${name}: ${difference(change, rest, say)}`;
}

function difference({ before, after }: Change, path: string, { names, language, either }: Say): string {
  const field = path.split('.').findLast((part) => Object.hasOwn(FIELD_WORDS, part));
  const row = field === undefined ? undefined : FIELD_WORDS[field];
  const [name, changed] = row?.[language] ?? [path, either('изменено', 'changed')];
  const value = (of: unknown): string => shownValue(of, field ?? path, names, language);
  if (before === null) return `${name}: ${either('теперь', 'now')} ${value(after)}`;
  if (after === null) return `${name}: ${either('больше нет, было', 'no longer there, was')} ${value(before)}`;
  if (!Array.isArray(before) || !Array.isArray(after)) {
    const [was, is] = nearChange(before, after);
    return `${name} ${changed}: ${value(was)} → ${value(is)}`;
  }
  const came = notIn(after, before);
  const went = notIn(before, after);
  const said = [
    ...(came.length === 0 ? [] : [`${either('добавлено', 'added')} ${value(came)}`]),
    ...(went.length === 0 ? [] : [`${either('убрано', 'removed')} ${value(went)}`]),
  ];
  return `${name}: ${said.length === 0 ? either('другой порядок', 'another order') : said.join('; ')}`;
}

const BEFORE_CHANGE = 20;

/** Of two long texts the part from just before the first difference, so that it is seen. */
function nearChange(before: unknown, after: unknown): [unknown, unknown] {
  if (typeof before !== 'string' || typeof after !== 'string') return [before, after];
  const length = Math.min(before.length, after.length);
  let same = 0;
  while (same < length && before[same] === after[same]) same += 1;
  const from = Math.max(before.lastIndexOf(' ', same - BEFORE_CHANGE), 0);
  const part = (text: string): string => (from === 0 ? text : `…${text.slice(from + 1)}`);
  return [part(before), part(after)];
}

function notIn(items: readonly unknown[], others: readonly unknown[]): readonly unknown[] {
  const known = new Set(others.map((item) => JSON.stringify(item)));
  return items.filter((item) => !known.has(JSON.stringify(item)));
}
