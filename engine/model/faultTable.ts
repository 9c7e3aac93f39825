import type { FaultCode, FaultOf } from './fault.ts';

/** What happened, and what to do about it. Together at most 140 characters plus the facts; no codes, no foreign text. */
export interface FaultWords {
  readonly what: string;
  readonly todo: string;
}

/** The words of one language for these codes; one that is missing does not compile. */
export type FaultTable<Codes extends FaultCode> = { readonly [C in Codes]: (fault: FaultOf<C>) => FaultWords };
