import type { EngineConnection } from '../../app/engine.ts';

export type StepName = 'open' | 'reach' | 'register';
export type StepState = 'waiting' | 'busy' | 'done' | 'failed';
export interface WayStep {
  readonly name: StepName;
  readonly state: StepState;
}

/** Faults of an address, not of opening it. */
const OF_ADDRESS = new Set(['tunnelUnreachable', 'tunnelElsewhere', 'tunnelOpen']);

/** How far the way from the outside has come. An address of one's own needs no opening; without an account nothing is registered. */
export function wayProgress({ kind, tunnel, webhook }: EngineConnection): readonly WayStep[] {
  const steps: WayStep[] = [];
  const { state, fault, settings } = tunnel;
  const isReachFault = fault !== null && OF_ADDRESS.has(fault.code);
  if (settings?.kind !== 'own') steps.push({ name: 'open', state: opened() });
  steps.push({ name: 'reach', state: reached() });
  if (kind === 'umnico') steps.push({ name: 'register', state: registered() });
  return steps;

  function opened(): StepState {
    if (state === 'off') return 'waiting';
    if (state === 'opening') return 'busy';
    return state === 'down' && !isReachFault ? 'failed' : 'done';
  }
  function reached(): StepState {
    if (state === 'off' || state === 'opening') return 'waiting';
    if (state === 'checking') return settings?.kind === 'own' && fault !== null ? 'failed' : 'busy';
    if (isReachFault) return 'failed';
    return state === 'up' ? 'done' : 'waiting';
  }
  function registered(): StepState {
    const isThere = tunnel.url !== null && webhook.address === tunnel.url;
    if (webhook.state === 'on' && isThere) return 'done';
    if (webhook.state === 'failed' || webhook.state === 'wrongAddress') return 'failed';
    return state === 'up' ? 'busy' : 'waiting';
  }
}
