/** What a step asked for and did not get. Words: `checkWords`. */
export type CheckFault =
  | 'said'
  | 'silence'
  | 'status'
  | 'at'
  | 'value'
  /** The step itself is wrong: it cannot hold, whatever the bot does. */
  | 'unknownKey'
  | 'emptyStep'
  | 'badDuration'
  | 'badValue'
  | 'noVariable'
  | 'noNode'
  | 'noRequest'
  | 'noChance'
  | 'noBranch'
  | 'noStatus'
  | 'lateBegin';

export interface CheckResult {
  readonly id: string;
  readonly name: string;
  readonly passed: boolean;
  /** Index of the step that failed, from 0. */
  readonly step?: number;
  readonly why?: CheckFault;
  readonly expected?: string;
  readonly got?: string;
}

/** The part of a result that says why a step does not hold. */
export interface StepFailure {
  readonly why: CheckFault;
  readonly expected: string;
  readonly got: string;
  /** What the bot said and no step has spoken for. */
  readonly lines?: readonly string[];
}
