import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { BotNode } from '../../engine/flow/botSchema.ts';
import type { KindName } from '../../engine/nodes/kind.ts';
import type { KindData } from '../../engine/nodes/registry.ts';

export interface CardProps<K extends KindName> {
  readonly node: BotNode;
  readonly data: KindData<K>;
}

export interface InspectorProps<K extends KindName> {
  readonly node: BotNode;
  readonly data: KindData<K>;
  /**
   * Lays `patch` over the data: `undefined` removes a field, a removed exit takes its connection along.
   * `mergeKey` names a burst (usually the field): edits under one key become one undo step until a pause of 700 ms or
   * a `flush()`. Without it the patch is a step of its own.
   */
  readonly update: (patch: Partial<KindData<K>>, mergeKey?: string) => void;
}

/** Kinds whose outputs the author writes (menu options) can have them edited on their rows. */
export interface ExitEditing<D> {
  rename(data: D, exit: string, label: string): Partial<D> | null;
  /** Enter on a row: the next one, made with `patch` when there is none. */
  next(data: D, exit: string): { readonly exit: string; readonly patch: Partial<D> } | null;
  /** One place up (-1) or down (1); null = there is no such place. */
  move(data: D, exit: string, by: 1 | -1): Partial<D> | null;
  /** The row was left; null = it may stay as it is. An empty row at the end that leads nowhere goes away. */
  leave(data: D, exit: string, connected: boolean): Partial<D> | null;
}

/**
 * The screen's half of a node kind (the engine's half: `engine/nodes/kind.ts`). The card's frame, header and output rows
 * are drawn by `canvas/BlockCard.tsx` from the kind's exits; `Card` is only the body: what the customer will see, or
 * what will change, in at most three lines.
 */
export interface NodeFace<K extends KindName> {
  readonly kind: K;
  readonly icon: LucideIcon;
  readonly Card: ComponentType<CardProps<K>>;
  readonly Inspector: ComponentType<InspectorProps<K>>;
  readonly exits?: ExitEditing<KindData<K>>;
}

/** One row a kind: a kind without a face does not compile. */
export type FaceTable = { readonly [K in KindName]: NodeFace<K> };

/** A face seen from outside, where data is only known to have passed its own schema. */
export interface AnyFace {
  readonly kind: KindName;
  readonly icon: LucideIcon;
  readonly Card: ComponentType<{ node: BotNode; data: unknown }>;
  readonly Inspector: ComponentType<{
    node: BotNode;
    data: unknown;
    readonly update: (patch: Readonly<Record<string, unknown>>, mergeKey?: string) => void;
  }>;
  readonly exits?: ExitEditing<unknown>;
}
