import { useCallback } from 'react';
import type { Fault } from '../../../engine/model/fault.ts';
import type { Unrecognised } from '../../../engine/protocol/phrases.ts';
import type { Push } from '../../../engine/protocol.ts';
import { useAnswer } from '../../app/useAnswer.ts';
import { call } from '../../bridge.ts';

interface Listed {
  readonly texts: readonly Unrecognised[] | null;
  readonly fault: Fault | null;
  readonly reload: () => void;
}

/** A busy shop has news every second; the list that somebody works on need not jump with each. */
const GATHER_MS = 1_500;

/** What the bot did not understand, read again when more came. */
export function useUnrecognised(bot: string): Listed {
  const { answer, ...rest } = useAnswer(
    useCallback(() => call('phrases.unrecognised', { bot }), [bot]),
    useCallback(
      (push: Push) => {
        if (push.push === 'phrases' && push.bot === bot) return 0;
        return push.push === 'turn' && push.turn.event.type !== 'timer' ? GATHER_MS : null;
      },
      [bot],
    ),
  );
  return { texts: answer?.texts ?? null, ...rest };
}
