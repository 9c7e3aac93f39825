import type { Bot, BotFlow, BotNode } from './botSchema.ts';
import type { Change } from './diff/change.ts';
import { compareData } from './diff/compareData.ts';
import { compareValues, isSame } from './diff/compareValues.ts';
import { mainFlow } from './graph.ts';
import { readNode } from './readNode.ts';

/**
 * What makes `after` another bot than `before`: the bot's own parts first, then flow by flow. Where cards lie, the order
 * of nodes and keys, and other spellings of the same value are no changes; the same bot gives none.
 */
export function diffBots(before: Bot, after: Bot): Change[] {
  const changes: Change[] = compareValues(ownParts(before), ownParts(after)).map((change) => ({
    flow: null,
    node: null,
    field: change.field.join('.'),
    before: change.before,
    after: change.after,
  }));
  const [was, is] = [byId(before.flows), byId(after.flows)];
  const stayed = [...was.keys()].filter((id) => is.has(id));
  const stays = [...is.keys()].filter((id) => was.has(id));
  // Which flow is asked first decides between two commands for one word.
  if (!isSame(stayed, stays))
    changes.push({ flow: null, node: null, field: 'flows', before: [...was.keys()], after: [...is.keys()] });
  const [mainBefore, mainAfter] = [mainFlow(before).id, mainFlow(after).id];
  for (const id of new Set([...was.keys(), ...is.keys()]))
    changes.push(...flowChanges(id, was.get(id), is.get(id), id === mainBefore, id === mainAfter));
  return changes;
}

/** All but the flows, which are compared node by node, and the layout, which changes nothing. */
function ownParts(bot: Bot): Record<string, unknown> {
  const { format: _format, flows: _flows, layout: _layout, ...rest } = bot;
  const { statuses = [], variables = [], intents = [], entities = [], checks = [], settings = {} } = bot;
  const { languages = [bot.language] } = bot;
  return { ...rest, languages, statuses, variables, intents, entities, checks, settings };
}

function flowChanges(
  id: string,
  before: BotFlow | undefined,
  after: BotFlow | undefined,
  wasMain: boolean,
  isMain: boolean,
): Change[] {
  const changes: Change[] = [];
  const about = (field: string, from: unknown, to: unknown): void => {
    if (!isSame(from, to)) changes.push({ flow: id, node: null, field, before: from ?? null, after: to ?? null });
  };
  if (before === undefined || after === undefined)
    about(
      'flow',
      before === undefined ? null : { name: before.name },
      after === undefined ? null : { name: after.name },
    );
  else {
    const own = ({ id: _id, nodes: _nodes, main: _main, ...rest }: BotFlow): object => rest;
    for (const change of compareValues(own(before), own(after)))
      about(change.field.join('.'), change.before, change.after);
  }
  about('main', wasMain || null, isMain || null);
  const [was, is] = [byId(before?.nodes ?? []), byId(after?.nodes ?? [])];
  for (const node of new Set([...was.keys(), ...is.keys()]))
    for (const change of nodeChanges(was.get(node), is.get(node))) changes.push({ flow: id, node, ...change });
  return changes;
}

type NodeChange = Pick<Change, 'field' | 'before' | 'after'>;

function nodeChanges(before: BotNode | undefined, after: BotNode | undefined): NodeChange[] {
  if (before === after) return [];
  if (before === undefined || after === undefined)
    return [{ field: 'node', before: summary(before), after: summary(after) }];
  const data = before.kind === after.kind ? compareData(before, after) : [];
  return [...compareValues(face(before), face(after)), ...data, ...compareValues(exits(before), exits(after))].map(
    (change) => ({ field: change.field.join('.'), before: change.before, after: change.after }),
  );
}

/** A node but for its data and connections. Without a name, unless it has one; on, unless it is off. */
function face({ id: _id, data: _data, exits: _exits, ...rest }: BotNode): object {
  return { ...rest, name: rest.name === '' ? null : rest.name, disabled: rest.disabled === true ? true : null };
}

function exits(node: BotNode): object {
  return { exits: node.exits ?? {} };
}

function summary(node: BotNode | undefined): object | null {
  if (node === undefined) return null;
  const read = readNode(node);
  const text = read.ok ? read.kind.texts(read.data).find((candidate) => candidate.trim() !== '') : undefined;
  return {
    kind: node.kind,
    ...(node.name === undefined || node.name === '' ? {} : { name: node.name }),
    ...(text === undefined ? {} : { text }),
  };
}

function byId<T extends { readonly id: string }>(things: readonly T[]): ReadonlyMap<string, T> {
  return new Map(things.map((thing) => [thing.id, thing]));
}
