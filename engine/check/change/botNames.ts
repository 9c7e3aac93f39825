import type { Bot, BotNode } from '../../flow/botSchema.ts';
import { readNode } from '../../flow/readNode.ts';
import { isRecord } from '../../nodes/spellings.ts';
import type { Language } from '../words/sentence.ts';
import { KIND_WORDS } from './kindWords.ts';

const LONGEST = 40;

/** A thing of a list as a sentence names it. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** What the two bots call their parts. The newer is asked first: what went is only in the older. */
export interface BotNames {
  flow(id: string): string;
  node(flow: string, id: string): string;
  /** The things of a list of the bot (`flow` = null), or of a block's data. */
  things(flow: string | null, node: string | null, list: string): readonly Named[];
  /** The lists of a block's data in which things have captions. */
  captions(flow: string, node: string): readonly (Named & { readonly list: string })[];
  /** What a field of this name refers to; the id itself where it is no reference. */
  referred(field: string, id: string): string;
}

/** Fields that hold ids, and the list they are of. */
const LISTS: Readonly<Record<string, string>> = {
  status: 'statuses',
  resumeStatus: 'statuses',
  inStatuses: 'statuses',
  statuses: 'statuses',
  intents: 'intents',
  entity: 'entities',
  saveTo: 'variables',
  variable: 'variables',
  flow: 'flows',
  flows: 'flows',
};

export function botNames(before: Bot, after: Bot, language: Language): BotNames {
  const bots = [after, before];
  const nodes = bots.map(
    (bot) => new Map(bot.flows.flatMap((flow) => flow.nodes.map((node) => [`${flow.id}/${node.id}`, node] as const))),
  );
  const dataOf = (flow: string, node: string): object[] =>
    nodes.flatMap((known): object[] => {
      const data = known.get(`${flow}/${node}`)?.data;
      return data === undefined ? [] : [data];
    });
  const inBots = (list: string): Named[] => bots.flatMap((bot) => thingsIn(bot, list));
  const nameIn = (things: readonly Named[], id: string): string => things.find((known) => known.id === id)?.name ?? id;
  return {
    flow: (id) => nameIn(inBots('flows'), id),
    node(flow, id) {
      const found = nodes.map((known) => known.get(`${flow}/${id}`)).find((node) => node !== undefined);
      return found === undefined ? id : nodeName(found, language);
    },
    things: (flow, node, list) =>
      flow === null ? inBots(list) : dataOf(flow, node ?? '').flatMap((data) => thingsIn(data, list)),
    captions: (flow, node) =>
      dataOf(flow, node).flatMap((data) =>
        Object.keys(data).flatMap((list) => thingsIn(data, list).map((found) => ({ ...found, list }))),
      ),
    referred(field, id) {
      const list = Object.hasOwn(LISTS, field) ? LISTS[field] : undefined;
      return list === undefined ? id : nameIn(inBots(list), id);
    },
  };
}

function thingsIn(holder: object, list: string): Named[] {
  const things: unknown = Object.hasOwn(holder, list) ? (holder as Readonly<Record<string, unknown>>)[list] : undefined;
  return (Array.isArray(things) ? (things as readonly unknown[]) : []).flatMap((thing) => {
    if (!isRecord(thing) || typeof thing.id !== 'string') return [];
    const name = thing.name ?? thing.label;
    return [{ id: thing.id, name: typeof name === 'string' && name !== '' ? name : thing.id }];
  });
}

export function kindName(kind: string, language: Language): string {
  return Object.hasOwn(KIND_WORDS, kind) ? KIND_WORDS[kind as keyof typeof KIND_WORDS][language] : kind;
}

/** What to call a block in a sentence: its name, else the beginning of what it says, else its kind. */
export function nodeName(node: BotNode, language: Language): string {
  const name = node.name?.trim() ?? '';
  if (name !== '') return name;
  const read = readNode(node);
  const said = read.ok ? (read.kind.texts(read.data).find((text) => text.trim() !== '') ?? '') : '';
  const [line = ''] = said.trim().split('\n');
  return line === '' ? kindName(node.kind, language) : shortened(line, LONGEST);
}

export function shortened(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text;
}
