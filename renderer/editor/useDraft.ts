import { useCallback, useEffect, useRef, useState } from 'react';
import type { Fault } from '../../engine/model/fault.ts';
import { useEngine } from '../app/engine.ts';
import { openDraft, type OpenDraft } from './openDraft.ts';

export interface Draft {
  readonly draft: OpenDraft | null;
  readonly fault: Fault | null;
  readonly retry: () => void;
}

/** Opens a bot for as long as the screen is on show. */
export function useDraft(botId: string, flowId: string | undefined): Draft {
  const [attempt, setAttempt] = useState(0);
  const [opened, setOpened] = useState<{ draft: OpenDraft | null; fault: Fault | null }>({ draft: null, fault: null });
  // Another flow of the same bot is another view, not another draft: only the first one matters here.
  const firstFlow = useRef(flowId);

  useEffect(() => {
    let isGone = false;
    let mine: OpenDraft | null = null;
    void openDraft(botId, firstFlow.current, () => !isGone).then((opening) => {
      if (!opening) return;
      if (!opening.ok) return setOpened({ draft: null, fault: opening.fault });
      mine = opening.value;
      setOpened({ draft: mine, fault: null });
    });
    return () => {
      isGone = true;
      mine?.close();
    };
  }, [botId, attempt]);

  const retry = useCallback(() => {
    setOpened({ draft: null, fault: null });
    setAttempt((count) => count + 1);
  }, []);
  // Nobody has to press «retry» when the engine comes back.
  const isLinked = useEngine((state) => state.link === 'open');
  const waitsForEngine = opened.fault?.code === 'engineGone';
  useEffect(() => {
    if (waitsForEngine && isLinked) retry();
  }, [waitsForEngine, isLinked, retry]);
  return { ...opened, retry };
}
