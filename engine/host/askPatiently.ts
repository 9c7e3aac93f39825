import { LIMITS } from '../model/limits.ts';
import type { Fault } from '../model/fault.ts';
import type { Result } from '../model/result.ts';
import type { Clock } from '../ports/clock.ts';

/** `later`: ask again at `due` (epoch ms). `never`: it cannot be told, or was asked often enough. */
export type Answer<T> =
  | { readonly kind: 'known'; readonly value: T }
  | { readonly kind: 'later'; readonly due: number }
  | { readonly kind: 'never'; readonly fault: Fault };

/** Questions to the CRM that a lead's queue waits for. */
export interface Patience {
  ask<T>(lead: string, question: () => Promise<Result<T>>): Promise<Answer<T>>;
}

/** Whoever connects again wakes those who wait; this is for what nobody notices. */
const WITHOUT_CONNECTION_MS = 5_000;

/**
 * Without a connection nothing could be sent either, so such a question waits as long as it takes. One that the account
 * answers with errors is given up after about half a minute: a broken part of the API must not silence the bot for good.
 */
export function createPatience(clock: Clock): Patience {
  const tries = new Map<string, number>();
  return {
    async ask(lead, question) {
      const asked = await question();
      if (asked.ok) {
        tries.delete(lead);
        return { kind: 'known', value: asked.value };
      }
      const { fault } = asked;
      const now = clock.now();
      switch (fault.code) {
        case 'network':
        case 'badToken':
        case 'notConnected':
          return { kind: 'later', due: now + WITHOUT_CONNECTION_MS };
        case 'tooManyRequests':
          return { kind: 'later', due: now + fault.retryAfterMs };
        case 'timeout':
        case 'upstreamDown':
        case 'badReply': {
          const count = tries.get(lead) ?? 0;
          const wait = LIMITS.outboxBackoffMs[count];
          if (wait === undefined || count >= LIMITS.outboxAttempts - 1) break;
          tries.set(lead, count + 1);
          return { kind: 'later', due: now + wait };
        }
        default:
      }
      tries.delete(lead);
      return { kind: 'never', fault };
    },
  };
}
