import { type KeyboardEvent, useEffect } from 'react';
import { useCopy } from '../copy/useCopy.ts';
import { matchShortcut } from '../ui/shortcut.ts';
import { useEditor } from '../editor/store.ts';
import { focusChat } from '../inspector/dockStore.ts';
import { Button } from '../ui/Button.tsx';
import styles from './Chat.module.css';
import { ChatHeader } from './ChatHeader.tsx';
import { ChatLog } from './ChatLog.tsx';
import { Composer } from './Composer.tsx';
import { buildProgram, readyProgram } from './programs.ts';
import { StateStrip } from './StateStrip.tsx';
import { useSimulator } from './store.ts';
import { useOutdated } from './useOutdated.ts';
import { VariableStrip } from './VariableStrip.tsx';

/** Quiet after an edit before the phrases are learned ahead of the first message (ms). */
const QUIET_MS = 1_200;

/** The test chat: the same engine that answers customers, in this window, with nothing real behind it. */
export function ChatPanel() {
  const t = useCopy('simulator');
  const outdated = useOutdated();
  const { adopt, restart } = useSimulator.getState();
  useAheadOfTime();

  function onKeyDown(event: KeyboardEvent): void {
    const act = SHORTCUTS.find(([keys]) => matchShortcut(event, keys))?.[1];
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  return (
    <div className={styles.panel} onKeyDown={onKeyDown}>
      <ChatHeader />
      <StateStrip />
      {outdated && (
        <div className={styles.changed} role="status">
          <p>{t('changed')}</p>
          <div className={styles.changedActions}>
            <Button size="dense" variant="primary" onClick={() => leaveBar(adopt)}>
              {t('adopt')}
            </Button>
            <Button size="dense" onClick={() => leaveBar(() => restart('same'))}>
              {t('fromStart')}
            </Button>
          </div>
        </div>
      )}
      <ChatLog />
      <VariableStrip />
      <Composer />
    </div>
  );
}

/** The bar goes with the click; the focus must not go with it. */
function leaveBar(act: () => void): void {
  act();
  focusChat();
}

const SHORTCUTS: readonly (readonly [string, () => void])[] = [
  ['Alt+Up', () => useSimulator.getState().back()],
  ['Alt+Down', () => useSimulator.getState().forward()],
  ['Mod+R', () => useSimulator.getState().restart('same')],
  ['Mod+Shift+R', () => useSimulator.getState().restart('new')],
];

/** Learns the phrases while nothing else is going on, so that the first answer does not wait. */
function useAheadOfTime(): void {
  const bot = useEditor((state) => state.bot);
  useEffect(() => {
    if (readyProgram(bot)) return undefined;
    const timer = setTimeout(() => {
      if ('requestIdleCallback' in window) requestIdleCallback(() => buildProgram(bot), { timeout: 3_000 });
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [bot]);
}
