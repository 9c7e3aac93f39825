import { BellOff, Bot, CircleDashed, CircleStop, Headset } from 'lucide-react';
import { clock } from '../app/times.ts';
import { useNow } from '../app/useNow.ts';
import { currentLanguage } from '../copy/i18n.ts';
import { useCopy } from '../copy/useCopy.ts';
import { useBotFacts } from '../nodes/useBotFacts.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Menu } from '../ui/Menu.tsx';
import { Select } from '../ui/Select.tsx';
import styles from './Chat.module.css';
import { useSimulator } from './store.ts';

const MINUTE = 60_000;
const LOOKS = {
  bot: { icon: Bot, tone: 'accent' },
  human: { icon: Headset, tone: 'operator' },
  off: { icon: BellOff, tone: 'neutral' },
  ended: { icon: CircleStop, tone: 'neutral' },
  new: { icon: CircleDashed, tone: 'neutral' },
} as const;

/** Who talks, the lead's status, and what time it is: the three facts that decide what the bot does. */
export function StateStrip() {
  const t = useCopy('simulator');
  const { statuses } = useBotFacts();
  const now = useNow();
  const session = useSimulator((state) => state.conversation?.state);
  const at = useSimulator((state) => state.conversation?.now) ?? now;
  const { moveStatus, pass } = useSimulator.getState();
  const state =
    session === undefined ? 'new' : session.owner === 'bot' && session.phase === 'ended' ? 'ended' : session.owner;
  const { icon: Icon, tone } = LOOKS[state];
  const time = clock(at, currentLanguage());

  return (
    <div className={styles.strip}>
      <Chip tone={tone} icon={<Icon aria-hidden />} testId="sim-owner">
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
      <Menu
        trigger={
          <Button
            size="dense"
            variant="ghost"
            aria-label={t('clock', { time })}
            className={styles.clock}
            data-testid="sim-clock"
          >
            {time}
          </Button>
        }
        groups={[
          [
            { id: '15', label: t('pass15'), onSelect: () => pass(15 * MINUTE) },
            { id: '60', label: t('pass60'), onSelect: () => pass(60 * MINUTE) },
            { id: 'day', label: t('passDay'), onSelect: () => pass(24 * 60 * MINUTE) },
          ],
        ]}
      />
    </div>
  );
}
