import { templateNames } from '../../expression/template.ts';
import type { BotNode } from '../../flow/botSchema.ts';
import { readNode } from '../../flow/readNode.ts';
import type { BotFacts } from '../../model/definitions.ts';
import type { AnyKind, ExitSpec, JumpTarget, KindName } from '../../nodes/kind.ts';
import type { KindData } from '../../nodes/registry.ts';

/** A node as the check sees it: read once, and everything the rules between nodes ask about. */
export interface NodeView {
  readonly node: BotNode;
  readonly kind: AnyKind | null;
  readonly unread: 'E-KIND' | 'E-DATA' | null;
  readonly data: unknown;
  readonly disabled: boolean;
  readonly links: ReadonlyMap<string, string>;
  readonly jump: JumpTarget | null;
  readonly calls: string | null;
  /** Does the conversation stop here, for the customer or for a clock, before it goes on? */
  readonly waits: boolean;
  /** Messages it sends on the way through, at most. */
  readonly messages: number;
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  /** Every variable it names, in texts too. */
  readonly names: readonly string[];
}

export function viewNode(node: BotNode): NodeView {
  const read = readNode(node);
  const links = new Map(Object.entries(node.exits ?? {}));
  const disabled = node.disabled === true;
  if (!read.ok) {
    const unread = read.why === 'unknownKind' ? 'E-KIND' : 'E-DATA';
    return { ...UNREAD, node, unread, disabled, links };
  }
  const { kind, data } = read;
  const reads = kind.reads?.(data) ?? [];
  const writes = kind.writes?.(data) ?? [];
  return {
    node,
    kind,
    unread: null,
    data,
    disabled,
    links,
    jump: kind.target?.(data) ?? null,
    calls: kind.calls?.(data) ?? null,
    waits: isWaiting(kind, data),
    messages: disabled ? 0 : messagesOf(kind, data),
    reads,
    writes,
    names: [...new Set([...kind.texts(data).flatMap(templateNames), ...reads, ...writes])],
  };
}

const UNREAD = {
  kind: null,
  data: null,
  jump: null,
  calls: null,
  waits: false,
  messages: 0,
  reads: [],
  writes: [],
  names: [],
} as const;

/** Whoever reads answers or has a clock of its own waits; what only listens reads the last message and goes on. */
function isWaiting(kind: AnyKind, data: unknown): boolean {
  if (kind.endsAs !== undefined) return (data as KindData<'end'>).rating === true;
  return (kind.answers !== undefined || kind.timer !== undefined) && kind.listens?.(data) !== true;
}

function messagesOf(kind: AnyKind, data: unknown): number {
  if (kind.kind !== 'message') return 0;
  const { parts = [], variants = [] } = data as KindData<'message'>;
  // One by one: a spread of a hundred thousand variants would not fit the stack.
  return variants.length === 0 ? parts.length : variants.reduce((most, variant) => Math.max(most, variant.length), 0);
}

/** The data of a node if it is of this kind and can be read. */
export function dataOf<K extends KindName>(view: NodeView, kind: K): KindData<K> | null {
  // The kind's own schema gave it.
  return view.kind?.kind === kind ? (view.data as KindData<K>) : null;
}

/** The same with what depends on the rest of the bot. */
export interface SeenNode extends NodeView {
  readonly facts: BotFacts;
  readonly exits: ReadonlyMap<string, ExitSpec>;
  /** All that the rules about paths ask, in one text: while it stays the same, so do their findings. */
  readonly shape: string;
}

export function seeNode(view: NodeView, facts: BotFacts): SeenNode {
  const exits = new Map((view.kind?.exits(view.data, facts) ?? []).map((exit) => [exit.id, exit]));
  const shape = JSON.stringify([
    view.node.id,
    view.unread ?? view.kind?.kind,
    view.disabled,
    [...view.links],
    [...exits.values()].map(({ id, required }) => [id, required]),
    view.jump,
    view.calls,
    view.waits,
    view.messages,
    view.kind?.menu?.after(view.data),
    view.kind?.listens?.(view.data),
    view.reads,
    view.writes,
    dataOf(view, 'start'),
    dataOf(view, 'resume')?.continue,
  ]);
  return { ...view, facts, exits, shape };
}
