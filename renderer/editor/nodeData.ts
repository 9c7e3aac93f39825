import type { BotNode } from '../../engine/flow/botSchema.ts';
import { readNode, type ReadNode } from '../../engine/flow/readNode.ts';
import type { BotFacts } from '../../engine/model/definitions.ts';
import type { ExitSpec, Family } from '../../engine/nodes/kind.ts';
import { kindOf } from '../../engine/nodes/registry.ts';

const read = new WeakMap<BotNode, ReadNode>();
const listed = new WeakMap<BotNode, { facts: BotFacts; exits: readonly ExitSpec[] }>();

/** A node with its kind and data, read once as long as it does not change. */
export function reading(node: BotNode): ReadNode {
  const cached = read.get(node);
  if (cached) return cached;
  const fresh = readNode(node);
  read.set(node, fresh);
  return fresh;
}

/** The ways out of a node, in the order of its rows. Of a node that can't be read: those that are connected. */
export function exitsOf(node: BotNode, facts: BotFacts): readonly ExitSpec[] {
  const cached = listed.get(node);
  if (cached?.facts === facts) return cached.exits;
  const known = reading(node);
  const exits = known.ok
    ? known.kind.exits(known.data, facts)
    : Object.keys(node.exits ?? {}).map((id) => ({ id, required: false, dashed: false }));
  listed.set(node, { facts, exits });
  return exits;
}

/** May a connection lead in? Not where conversations begin. */
export function takesInput(node: BotNode): boolean {
  return kindOf(node.kind)?.entry !== true;
}

export function familyOf(kind: string): Family {
  return kindOf(kind)?.family ?? 'system';
}
