import { Bot, BotOff, CircleCheck, CirclePause, Headset, Hourglass } from 'lucide-react';
import type { LiveSession } from '../../engine/protocol/liveViews.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Chip } from '../ui/Chip.tsx';
import { sessionState } from './sessionState.ts';

const LOOKS = {
  bot: { tone: 'accent', Icon: Bot },
  waiting: { tone: 'warning', Icon: Hourglass },
  paused: { tone: 'operator', Icon: CirclePause },
  human: { tone: 'operator', Icon: Headset },
  off: { tone: 'neutral', Icon: BotOff },
  ended: { tone: 'neutral', Icon: CircleCheck },
} as const;

/** Who is talking to this customer: picture, word and colour. */
export function StateChip({ session, testId }: { readonly session: LiveSession; readonly testId?: string }) {
  const t = useCopy('live');
  const state = sessionState(session);
  const { tone, Icon } = LOOKS[state];
  return (
    <Chip tone={tone} icon={<Icon aria-hidden />} {...(testId !== undefined && { testId })}>
      {t(`state.${state}`)}
    </Chip>
  );
}
