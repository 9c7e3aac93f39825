import { BellOff, Bot, CircleDashed, CircleStop, Headset } from 'lucide-react';
import { useCopy } from '../copy/useCopy.ts';
import { useBotFacts } from '../nodes/useBotFacts.ts';
import { Chip } from '../ui/Chip.tsx';
import { Select } from '../ui/Select.tsx';
import styles from './Chat.module.css';
import { ClockPopover } from './ClockPopover.tsx';
import { ProfilePopover } from './ProfilePopover.tsx';
import { useSimulator } from './store.ts';

const LOOKS = {
  bot: { icon: Bot, tone: 'accent' },
  human: { icon: Headset, tone: 'operator' },
  off: { icon: BellOff, tone: 'neutral' },
  ended: { icon: CircleStop, tone: 'neutral' },
  new: { icon: CircleDashed, tone: 'neutral' },
} as const;

/** Who writes and when, who talks, and the lead's status: the facts that decide what the bot does. */
export function StateStrip() {
  const t = useCopy('simulator');
  const { statuses } = useBotFacts();
  const session = useSimulator((state) => state.conversation?.state);
  const { moveStatus } = useSimulator.getState();
  const state =
    session === undefined ? 'new' : session.owner === 'bot' && session.phase === 'ended' ? 'ended' : session.owner;
  const { icon: Icon, tone } = LOOKS[state];

  return (
    <>
      <div className={styles.world}>
        <ProfilePopover />
        <span className={styles.gap} />
        <ClockPopover />
      </div>
      <div className={styles.strip}>
        <Chip tone={tone} icon={<Icon aria-hidden />} testId="conv-state">
          {t(`owner.${state}`)}
        </Chip>
        <span className={styles.status} data-testid="sim-status">
          <Select
            dense
            label={t('status')}
            placeholder={t('noStatus')}
            empty={t('noStatuses')}
            value={session?.status ?? null}
            options={statuses.map((status) => ({ value: status.id, label: status.name }))}
            onChange={moveStatus}
          />
        </span>
      </div>
    </>
  );
}
