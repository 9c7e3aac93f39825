import { useEffect, useLayoutEffect, useRef } from 'react';
import { create } from 'zustand';
import { toast } from '../ui/toast.ts';
import { ACTION_IDS, type ActionId } from './actionTable.ts';

export interface ActionHandler {
  readonly run: () => void;
  /** Why it can't be done just now, in words for the person; nothing = it can. */
  readonly reason?: () => string | undefined;
}

/** What a part of the window can do while it is on show. */
export type ActionHandlers = Partial<Readonly<Record<ActionId, ActionHandler | (() => void)>>>;

/** Those on show, the newest last: it is asked first. */
const useProviders = create<{ readonly stack: readonly (() => ActionHandlers)[] }>(() => ({ stack: [] }));

function handlerOf(id: ActionId): ActionHandler | undefined {
  for (const handlers of useProviders.getState().stack.toReversed()) {
    const found = handlers()[id];
    if (found) return typeof found === 'function' ? { run: found } : found;
  }
  return undefined;
}

/** Provides actions for as long as the component is on show; always its newest handlers are called. */
export function useActions(handlers: ActionHandlers): void {
  const latest = useRef(handlers);
  useLayoutEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const provider = (): ActionHandlers => latest.current;
    useProviders.setState(({ stack }) => ({ stack: [...stack, provider] }));
    return () => useProviders.setState(({ stack }) => ({ stack: stack.filter((other) => other !== provider) }));
  }, []);
}

/** Calls back whenever a part of the window came or went. */
export function onProvided(listener: () => void): void {
  useProviders.subscribe(listener);
}

export function isProvided(id: ActionId): boolean {
  return handlerOf(id) !== undefined;
}

/** Why not now; undefined = it can be done, or nobody provides it (`isProvided`). */
export function reasonAgainst(id: ActionId): string | undefined {
  return handlerOf(id)?.reason?.();
}

/** Does it, or says why not. False = nobody provides it. */
export function runAction(id: ActionId): boolean {
  const handler = handlerOf(id);
  if (!handler) return false;
  const reason = handler.reason?.();
  if (reason === undefined) handler.run();
  // Seen and heard: who presses a key that does nothing looks for the reason.
  else toast(reason);
  return true;
}

/** All that can be done on the screen as it is now; asked again whenever a part comes or goes. */
export function useProvided(): readonly ActionId[] {
  useProviders((state) => state.stack);
  return ACTION_IDS.filter(isProvided);
}
