import { templateNames } from '../../engine/expression/template.ts';
import type { Bot, BotNode } from '../../engine/flow/botSchema.ts';
import { reading } from './nodeData.ts';

const LISTS = ['variables', 'intents', 'entities', 'statuses'] as const;
export type PartList = (typeof LISTS)[number];
/** What blocks refer to by id and the bot defines once. */
export type BotParts = Pick<Bot, PartList>;

/** Of a bot's definitions those that these blocks use: they travel with them to a bot that has none such. */
export function usedParts(bot: Bot, nodes: readonly BotNode[]): BotParts {
  const variables = new Set(nodes.flatMap(variablesOf));
  // Ids are made up by the app and stand in the data as they are, whatever the kind calls the field.
  const named = new Set(nodes.flatMap((node) => [...stringsIn(node.data), ...Object.keys(node.exits ?? {})]));
  return {
    ...some(
      'variables',
      bot.variables?.filter((one) => variables.has(one.id)),
    ),
    ...some(
      'intents',
      bot.intents?.filter((one) => named.has(one.id)),
    ),
    ...some(
      'entities',
      bot.entities?.filter((one) => named.has(one.id)),
    ),
    ...some(
      'statuses',
      bot.statuses?.filter((one) => named.has(one.id)),
    ),
  };
}

function some<L extends PartList>(list: L, found: Bot[L]): BotParts {
  return found === undefined || found.length === 0 ? {} : { [list]: found };
}

function variablesOf(node: BotNode): string[] {
  const known = reading(node);
  if (!known.ok) return [];
  const { kind, data } = known;
  return [...kind.texts(data).flatMap(templateNames), ...(kind.reads?.(data) ?? []), ...(kind.writes?.(data) ?? [])];
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}

export interface Merged {
  /** What the bot lacks. */
  readonly missing: BotParts;
  /** Ids in the blocks that go by another id in this bot: the same name is the same thing. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** Fits what came along into a bot: the same id or the same name is the same thing. */
export function mergeParts(bot: Bot, parts: BotParts): Merged {
  const renamed = new Map<string, string>();
  const missing = Object.fromEntries(
    LISTS.map((list) => {
      const known: readonly { id: string; name?: unknown }[] = bot[list] ?? [];
      const brought = (parts[list] ?? []).filter((one) => {
        if (known.some((other) => other.id === one.id)) return false;
        const name = 'name' in one ? plain(one.name) : '';
        const twin = name === '' ? undefined : known.find((other) => plain(other.name) === name);
        if (twin) renamed.set(one.id, twin.id);
        return twin === undefined;
      });
      return [list, brought] as const;
    }).filter(([, brought]) => brought.length > 0),
  ) as BotParts;
  return { missing, renamed };
}

function plain(name: unknown): string {
  return typeof name === 'string' ? name.trim().toLowerCase() : '';
}

/** The block with other ids in the places of these. */
export function withRenamed(node: BotNode, renamed: ReadonlyMap<string, string>): BotNode {
  if (renamed.size === 0) return node;
  const other = (value: unknown): unknown => {
    if (typeof value === 'string') return renamed.get(value) ?? value;
    if (Array.isArray(value)) return value.map(other);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, other(inner)]));
  };
  const exits = Object.entries(node.exits ?? {}).map(([exit, target]) => [renamed.get(exit) ?? exit, target] as const);
  return {
    ...node,
    ...(node.data === undefined ? {} : { data: other(node.data) as NonNullable<BotNode['data']> }),
    ...(exits.length === 0 ? {} : { exits: Object.fromEntries(exits) }),
  };
}

/** Lays what is missing behind what the bot has. */
export function withParts(bot: Bot, parts: BotParts): Bot {
  const lists = LISTS.flatMap((list) => (parts[list] ? [[list, [...(bot[list] ?? []), ...parts[list]]] as const] : []));
  return lists.length === 0 ? bot : { ...bot, ...(Object.fromEntries(lists) as BotParts) };
}

/** What they are called, for people. */
export function partNames(parts: BotParts): readonly (readonly [PartList, readonly string[]])[] {
  return LISTS.flatMap((list) => {
    const names = (parts[list] ?? []).map((one) => ('name' in one ? String(one.name) : (labelOf(one) ?? one.id)));
    return names.length > 0 ? [[list, names] as const] : [];
  });
}

function labelOf(one: object): string | undefined {
  return 'label' in one && typeof one.label === 'string' && one.label.trim() !== '' ? one.label : undefined;
}
