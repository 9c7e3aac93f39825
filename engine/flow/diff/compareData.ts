import { isRecord } from '../../nodes/spellings.ts';
import type { BotNode } from '../botSchema.ts';
import { readNode } from '../readNode.ts';
import { compareValues, isSame, type Path, type ValueChange } from './compareValues.ts';

/** The data of a node as it is meant: read by its kind, so that another spelling of the same value is no difference. */
export function compareData(before: BotNode, after: BotNode): ValueChange[] {
  if (isSame(before.data, after.data)) return [];
  const [was, is] = [meaning(before), meaning(after)];
  if (was === null || is === null) return compareValues(before.data, after.data);
  const spellings = new Set<string>();
  const changes = compareValues(was, is);
  for (const change of changes)
    if (isSpelling(change, before, was, after, is, spellings)) spellings.add(text(change.field));
  return changes.filter((change) => !spellings.has(text(change.field)));
}

function meaning(node: BotNode): unknown {
  const read = readNode(node);
  return read.ok ? read.data : null;
}

/**
 * A field that is kept as its author wrote it, while another one says what it means («afterMinutes» beside «minutes»). It
 * gives itself away: were it written as on the other side, that other field would follow.
 */
function isSpelling(
  change: ValueChange,
  before: BotNode,
  was: unknown,
  after: BotNode,
  is: unknown,
  spellings: ReadonlySet<string>,
): boolean {
  const [from, to] = [valueAt(before.data, change.at.before), valueAt(after.data, change.at.after)];
  const [node, read, path, other] =
    from === undefined ? [after, is, change.at.after, from] : [before, was, change.at.before, to];
  if ((from ?? to) === undefined) return false;
  const rewrite = (value: unknown): unknown =>
    meaning({ ...node, data: replaced(node.data, path, value) as NonNullable<BotNode['data']> });
  // What must not be left out can still be written otherwise.
  const rewritten = rewrite(other) ?? rewrite(another(from ?? to));
  if (rewritten === null) return false;
  const itself = text(path);
  const followed = compareValues(read, rewritten)
    .flatMap(({ at }) => text(at.before))
    .filter((field) => field !== itself && !field.startsWith(`${itself}.`));
  return followed.length > 0 && !followed.some((field) => spellings.has(field));
}

const text = (path: Path): string => path.join('.');

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((found, key) => {
    if (Array.isArray(found)) return typeof key === 'number' ? (found as readonly unknown[])[key] : undefined;
    return isRecord(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  }, value);
}

function another(value: unknown): unknown {
  return typeof value === 'number' ? value + 1 : typeof value === 'string' ? `${value}?` : value;
}

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.map((item: unknown, at) => (at === key ? replaced(item, rest, by) : item));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [name, name === key ? replaced(field, rest, by) : field]),
  );
}
