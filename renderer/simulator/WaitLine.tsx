import { FastForward, Hourglass } from 'lucide-react';
import { type Conversation, nextDue } from '../../engine/check/conversation.ts';
import { nodeAt } from '../../engine/runtime/compileBot.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from '../ui/Button.tsx';
import { durationWords } from './durationWords.ts';
import styles from './Log.module.css';
import { useSimulator } from './store.ts';

const WORDS = {
  bot: { waits: 'waits', skip: 'skip' },
  customer: { waits: 'waitsAnswer', skip: 'noReplyCome' },
  operator: { waits: 'waitsOperator', skip: 'operatorSilent' },
} as const;

/** Blocks that let time pass themselves; every other one that waits, waits for somebody. */
const PATIENT: ReadonlySet<string> = new Set(['wait', 'pause']);

function waitsFor({ program, state }: Conversation): keyof typeof WORDS {
  if (state.owner === 'human') return 'operator';
  const node = state.wait === null ? undefined : nodeAt(program, state.wait.place);
  return node?.kind !== undefined && node.kind !== null && PATIENT.has(node.kind.kind) ? 'bot' : 'customer';
}

/** A timer is running: whom the bot waits for, how long it still takes, and the way past it. */
export function WaitLine() {
  const t = useCopy('simulator');
  const talk = useSimulator((state) => state.conversation);
  const due = talk === null ? null : nextDue(talk);
  if (talk === null || due === null) return null;
  const words = WORDS[waitsFor(talk)];
  return (
    <div className={styles.wait} data-testid="sim-wait">
      <Hourglass size={13} aria-hidden />
      <span>{t(words.waits, { time: durationWords(due - talk.now, t) })}</span>
      <Button
        size="dense"
        variant="ghost"
        icon={<FastForward />}
        onClick={() => useSimulator.getState().skipWait()}
        data-testid="sim-skip"
      >
        {t(words.skip)}
      </Button>
    </div>
  );
}
