import type { AnyKind } from '../nodes/kind.ts';
import { kindOf } from '../nodes/registry.ts';
import type { BotNode } from './botSchema.ts';
import { issueText } from './issueText.ts';

/** A node with its kind and its data read by the kind's schema; `at` names the field that does not fit. */
export type ReadNode =
  | { readonly ok: true; readonly kind: AnyKind; readonly data: unknown }
  | { readonly ok: false; readonly why: 'unknownKind' }
  | { readonly ok: false; readonly why: 'badData'; readonly at: string; readonly problem: string };

const known = new WeakMap<BotNode, ReadNode>();

/** Nodes never change in place, so each is read once. */
export function readNode(node: BotNode): ReadNode {
  let read = known.get(node);
  if (read === undefined) known.set(node, (read = readAnew(node)));
  return read;
}

function readAnew(node: BotNode): ReadNode {
  const kind = kindOf(node.kind);
  if (kind === undefined) return { ok: false, why: 'unknownKind' };
  const data = kind.schema.safeParse(withoutNulls(node.data ?? {}, kind.verbatim));
  if (data.success) return { ok: true, kind, data: data.data };
  const { at, problem } = issueText(data.error);
  return { ok: false, why: 'badData', at, problem };
}

/** `null` is how other programs write that a field is not there. */
function withoutNulls(value: unknown, verbatim?: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((each) => withoutNulls(each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== null)
      .map(([name, field]) => [name, verbatim?.includes(name) === true ? field : withoutNulls(field)]),
  );
}
