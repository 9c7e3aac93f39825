import { useEffect, useRef } from 'react';
import { useActions } from '../actions/provide.ts';
import { openChecks } from '../checks/checksStore.ts';
import { copyOf } from '../copy/i18n.ts';
import { useCopy } from '../copy/useCopy.ts';
import { useEditor } from '../editor/store.ts';
import { ChatHint } from '../firstSteps/ChatHint.tsx';
import { focusChat } from '../inspector/dockStore.ts';
import { WithoutVectors } from '../phrases/learning/WithoutVectors.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './Chat.module.css';
import { ChatHeader } from './ChatHeader.tsx';
import { setChatView, useChatView } from './chatView.ts';
import { ChatLog } from './ChatLog.tsx';
import { Composer } from './Composer.tsx';
import { prepareProgram, readyProgram } from './programs.ts';
import { StateStrip } from './StateStrip.tsx';
import { useSimulator } from './store.ts';
import { TalkTabs } from './TalkTabs.tsx';
import { useOutdated } from './useOutdated.ts';
import { VariableStrip } from './VariableStrip.tsx';

/** Quiet after an edit before the phrases are learned ahead of the first message (ms). */
const QUIET_MS = 1_200;

/** The test chat: the same engine that answers customers, in this window, with nothing real behind it. */
export function ChatPanel() {
  const t = useCopy('simulator');
  const outdated = useOutdated();
  const bot = useEditor((state) => state.bot);
  const { adopt, replay } = useSimulator.getState();
  useAheadOfTime();
  useTestActions();

  return (
    <div className={styles.panel} data-keys="test">
      <ChatHeader />
      <TalkTabs />
      <StateStrip />
      {outdated && (
        <div className={styles.changed} role="status" data-testid="chat-changed">
          <p>{t('changed')}</p>
          <div className={styles.changedActions}>
            <Button size="dense" variant="primary" onClick={() => thenWrite(adopt)} data-testid="chat-adopt">
              {t('adopt')}
            </Button>
            <Button size="dense" title={t('fromStartHint')} onClick={() => thenWrite(replay)} data-testid="chat-replay">
              {t('fromStart')}
            </Button>
          </div>
        </div>
      )}
      <WithoutVectors bot={bot} className={styles.without} />
      <ChatLog />
      <VariableStrip />
      <Composer />
      <ChatHint />
    </div>
  );
}

/** What was pressed may go with it, as a bar does; the focus must not, and the next thing is to write. */
function thenWrite(act: () => void): void {
  act();
  focusChat();
}

/** Keys of the chat, for as long as it is on show. Skipping a wait is a key of the empty field only: in words it moves the caret. */
function useTestActions(): void {
  const isEmpty = useSimulator((state) => state.draft === '');
  const hasSpoken = useSimulator((state) => state.conversation?.items.some(({ from }) => from === 'customer') === true);
  const { back, forward, restart, skipWait } = useSimulator.getState();
  useActions({
    testPath: () => setChatView({ path: !useChatView.getState().path }),
    saveCheck: {
      run: () => openChecks('save'),
      reason: () => (hasSpoken ? undefined : copyOf('checks')('nothingSaid')),
    },
    testBack: back,
    testForward: forward,
    testRestart: () => thenWrite(() => restart('same')),
    testNewCustomer: () => thenWrite(() => restart('new')),
    ...(isEmpty ? { testSkip: skipWait } : {}),
  });
}

/** Learns the phrases when the chat is opened, and then whenever an edit is done, so that no answer waits for it. */
function useAheadOfTime(): void {
  const bot = useEditor((state) => state.bot);
  const opened = useRef(bot);
  useEffect(() => {
    if (readyProgram(bot)) return undefined;
    const timer = setTimeout(() => void prepareProgram(bot), bot === opened.current ? 0 : QUIET_MS);
    return () => clearTimeout(timer);
  }, [bot]);
}
