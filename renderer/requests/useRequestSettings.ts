import type { Fault } from '../../engine/model/fault.ts';
import type { RequestSettings } from '../../engine/protocol/requestViews.ts';
import { useAnswer } from '../app/useAnswer.ts';
import { call } from '../bridge.ts';

const ask = () => call('requests.view', {});
const noNews = (): null => null;

export interface KnownRequestSettings {
  /** Null = not known yet, or not any more: `fault` says why. */
  readonly settings: RequestSettings | null;
  readonly fault: Fault | null;
  readonly reload: () => void;
}

/** Names of access keys and hosts of the own network. */
export function useRequestSettings(): KnownRequestSettings {
  const { answer, fault, reload } = useAnswer(ask, noNews);
  return { settings: answer, fault, reload };
}
