import { Clock } from 'lucide-react';
import { useState } from 'react';
import { useNow } from '../app/useNow.ts';
import { currentLanguage } from '../copy/i18n.ts';
import { useCopy } from '../copy/useCopy.ts';
import { useBotFacts } from '../nodes/useBotFacts.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Popover } from '../ui/Popover.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { botMoment, botTime, fieldTime, momentOf, sameDay, sameMinute } from './botClock.ts';
import styles from './Chat.module.css';
import { useSimulator } from './store.ts';

const MINUTE = 60_000;
const PASSES = [
  ['pass15', 15 * MINUTE],
  ['pass60', 60 * MINUTE],
  ['passDay', 24 * 60 * MINUTE],
] as const;

/** The clock of the test: what it shows in the bot's time zone, and the ways to move it. */
export function ClockPopover() {
  const t = useCopy('simulator');
  const { timeZone } = useBotFacts();
  const real = useNow();
  const begins = useSimulator((state) => state.profile.begins);
  const at = useSimulator((state) => state.conversation?.now) ?? begins ?? real;
  const [open, setOpen] = useState(false);
  const say = sameDay(at, real, timeZone) ? botTime : botMoment;
  const time = say(at, timeZone, currentLanguage());

  return (
    <Popover
      title={t('clockTitle')}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button
          size="dense"
          variant="ghost"
          icon={<Clock />}
          aria-label={t('clock', { time })}
          className={styles.clock}
          data-testid="sim-clock"
        >
          {time}
        </Button>
      }
    >
      <p>{t('clockZone', { zone: timeZone })}</p>
      <div className={styles.passes}>
        {PASSES.map(([key, ms]) => (
          <Button key={key} size="dense" onClick={() => useSimulator.getState().pass(ms)}>
            {t(key)}
          </Button>
        ))}
      </div>
      <SetClock key={String(at)} at={at} timeZone={timeZone} onDone={() => setOpen(false)} />
      {begins !== null && (
        <Button
          size="dense"
          variant="ghost"
          onClick={() => {
            const { restart, setProfile, conversation } = useSimulator.getState();
            if (conversation !== null) restart('same');
            setProfile({ begins: null });
            setOpen(false);
          }}
        >
          {t('clockNow')}
        </Button>
      )}
    </Popover>
  );
}

interface SetClockProps {
  readonly at: number;
  readonly timeZone: string;
  readonly onDone: () => void;
}

function SetClock({ at, timeZone, onDone }: SetClockProps) {
  const t = useCopy('simulator');
  const started = useSimulator((state) => state.conversation !== null);
  const [typed, setTyped] = useState(() => fieldTime(at, timeZone));
  const wanted = momentOf(typed, timeZone);
  const isBack = started && wanted !== null && wanted < at && !sameMinute(wanted, at);

  function set(): void {
    if (wanted === null) return;
    const { setClock, restart } = useSimulator.getState();
    if (isBack) restart('same');
    setClock(wanted);
    onDone();
  }

  return (
    <form
      className={styles.setClock}
      onSubmit={(event) => {
        event.preventDefault();
        set();
      }}
    >
      <Field label={t('setClock')} {...(isBack ? { hint: t('clockBack') } : {})}>
        <TextInput type="datetime-local" value={typed} onChange={setTyped} data-testid="sim-clock-field" />
      </Field>
      <Button
        type="submit"
        size="dense"
        variant="primary"
        disabled={wanted === null || (started && sameMinute(wanted, at))}
        data-testid="sim-clock-set"
      >
        {t(isBack ? 'setClockRestart' : started ? 'setClockDo' : 'setClockBegin')}
      </Button>
    </form>
  );
}
