import type { RequestSettings } from '../../engine/protocol/requestViews.ts';
import { useAnswer } from '../app/useAnswer.ts';
import { call } from '../bridge.ts';

const ask = () => call('requests.view', {});
const noNews = (): null => null;

/** Names of access keys and hosts of the own network; null = not known yet. */
export function useRequestSettings(): { readonly settings: RequestSettings | null; readonly reload: () => void } {
  const { answer, reload } = useAnswer(ask, noNews);
  return { settings: answer, reload };
}
