import type { AnyKind, NodeKind, KindName } from './kind.ts';
import { assign } from './assign/run.ts';
import { call } from './call/run.ts';
import { command } from './command/run.ts';
import { condition } from './condition/run.ts';
import { end } from './end/run.ts';
import { fallback } from './fallback/run.ts';
import { goal } from './goal/run.ts';
import { handoff } from './handoff/run.ts';
import { hours } from './hours/run.ts';
import { http } from './http/run.ts';
import { intent } from './intent/run.ts';
import { jump } from './jump/run.ts';
import { lead } from './lead/run.ts';
import { menu } from './menu/run.ts';
import { message } from './message/run.ts';
import { pause } from './pause/run.ts';
import { question } from './question/run.ts';
import { resume } from './resume/run.ts';
import { set } from './set/run.ts';
import { split } from './split/run.ts';
import { start } from './start/run.ts';
import { status } from './status/run.ts';
import { tags } from './tags/run.ts';
import { wait } from './wait/run.ts';

/** One row a kind; the compiler checks it against the list of names. */
export const KINDS = {
  start,
  command,
  resume,
  fallback,
  message,
  menu,
  question,
  intent,
  condition,
  set,
  split,
  wait,
  hours,
  status,
  assign,
  tags,
  lead,
  handoff,
  pause,
  jump,
  call,
  http,
  goal,
  end,
} satisfies { [K in KindName]: { readonly kind: K } };

/** The data of a kind, as its schema gives it. */
export type KindData<K extends KindName> = (typeof KINDS)[K] extends NodeKind<infer D, K> ? D : never;

export function kindOf(name: string): AnyKind | undefined {
  return Object.hasOwn(KINDS, name) ? (KINDS[name as KindName] as unknown as AnyKind) : undefined;
}
