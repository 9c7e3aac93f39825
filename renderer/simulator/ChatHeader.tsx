import { ChevronDown, Ellipsis, Redo2, RotateCcw, Undo2, UserRound, UserRoundPlus } from 'lucide-react';
import { useKeyOf } from '../actions/actionKeys.ts';
import { useCopy } from '../copy/useCopy.ts';
import { focusChat } from '../inspector/dockStore.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu, type MenuItem } from '../ui/Menu.tsx';
import { Tooltip } from '../ui/Tooltip.tsx';
import styles from './Chat.module.css';
import { useSimulator } from './store.ts';
import { useChatMenu } from './useChatMenu.tsx';

/** Steps back and forward, a new beginning, and everything else behind «⋯». */
export function ChatHeader() {
  const t = useCopy('simulator');
  const canBack = useSimulator((state) => state.past.length > 0);
  const canForward = useSimulator((state) => state.future.length > 0);
  const keys = { back: useKeyOf('testBack'), forward: useKeyOf('testForward') };
  const restarts = useRestarts();
  const more = useChatMenu();
  const { back, forward } = useSimulator.getState();

  return (
    <header className={styles.header}>
      <Tooltip label={t('back')} {...(keys.back === undefined ? {} : { shortcut: keys.back })}>
        <Button size="dense" icon={<Undo2 />} disabled={!canBack} onClick={back} data-testid="chat-back">
          {t('back')}
        </Button>
      </Tooltip>
      <IconButton
        size="dense"
        label={t('forward')}
        {...(keys.forward === undefined ? {} : { shortcut: keys.forward })}
        icon={<Redo2 />}
        disabled={!canForward}
        onClick={forward}
        data-testid="chat-forward"
      />
      <span className={styles.gap} />
      <span className={styles.split}>
        <Button size="dense" icon={<RotateCcw />} onClick={() => afresh('same')} data-testid="chat-restart">
          {t('restart')}
        </Button>
        <Menu
          trigger={
            <Button size="dense" aria-label={t('restartMore')} icon={<ChevronDown />} className={styles.splitMore} />
          }
          groups={[restarts]}
        />
      </span>
      <Menu
        trigger={
          <Button size="dense" variant="ghost" aria-label={t('more')} icon={<Ellipsis />} data-testid="chat-more" />
        }
        groups={more}
      />
    </header>
  );
}

function useRestarts(): readonly MenuItem[] {
  const t = useCopy('simulator');
  const keys = { same: useKeyOf('testRestart'), new: useKeyOf('testNewCustomer') };
  const icons = { same: <UserRound size={15} />, new: <UserRoundPlus size={15} /> };
  const labels = { same: t('sameCustomer'), new: t('newCustomer') };
  return (['same', 'new'] as const).map((who) => {
    const shortcut = keys[who];
    const onSelect = (): void => afresh(who);
    return { id: who, label: labels[who], icon: icons[who], onSelect, ...(shortcut === undefined ? {} : { shortcut }) };
  });
}

/** A talk that begins again begins with the customer's words. */
function afresh(who: 'same' | 'new'): void {
  useSimulator.getState().restart(who);
  focusChat();
}
