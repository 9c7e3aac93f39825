import { Bot, CirclePause, Headset, PanelRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import { showFault } from '../app/showFault.ts';
import { matchShortcut } from '../ui/shortcut.ts';
import { call } from '../bridge.ts';
import { channelTitle } from '../connections/sourceTitle.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Tooltip } from '../ui/Tooltip.tsx';
import { statusName } from './conversationItems.ts';
import { ConversationMenu } from './ConversationMenu.tsx';
import styles from './ConversationView.module.css';
import { LeadLine } from './LeadLine.tsx';
import { PauseDialog } from './PauseDialog.tsx';
import { placeTitle } from './placeTitle.ts';
import { setSideOpen, useSideOpen } from './side/sideOpen.ts';
import { StateChip } from './StateChip.tsx';
import { TesterChip } from './TesterChip.tsx';
import type { Conversation } from './useConversation.ts';

const TAKE = 'Mod+Shift+O';
const GIVE_BACK = 'Mod+Shift+B';
const PAUSE = 'Mod+Shift+H';

/** Who it is, who talks to them, where the talk is, and the one button: take it or give it back. */
export function ConversationHeader({ conversation }: { readonly conversation: Conversation }) {
  const t = useCopy('live');
  const { session, bot } = conversation;
  const side = useCopy('liveSide');
  const isSideOpen = useSideOpen();
  const [busy, setBusy] = useState(false);
  const [pausing, setPausing] = useState(false);
  const isHuman = session.owner === 'human';
  const isPaused = isHuman && session.reason === 'paused';
  const next = isHuman ? 'bot' : 'human';
  const shortcut = isHuman ? GIVE_BACK : TAKE;

  // The chip changes only when the engine says so: after the CRM has confirmed the status.
  async function pass(): Promise<void> {
    setBusy(true);
    const reply = await call('live.setOwner', { lead: session.lead, owner: next });
    setBusy(false);
    if (!reply.ok) showFault(reply.fault);
  }

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (matchShortcut(event, PAUSE)) {
        event.preventDefault();
        setPausing(true);
      }
      if (!matchShortcut(event, shortcut)) return;
      event.preventDefault();
      void pass();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  });

  return (
    <header className={styles.header}>
      <div className={styles.who}>
        <div className={styles.nameLine}>
          <h2 className={styles.name}>{session.name === '' ? t('noName') : session.name}</h2>
          <StateChip session={session} testId="conv-state" />
          <TesterChip session={session} />
        </div>
        <LeadLine conversation={conversation} />
        <dl className={styles.facts}>
          <div>
            <dt>{t('channel')}</dt>
            <dd>{channelTitle(session.channel)}</dd>
          </div>
          {!isSideOpen && (
            <div>
              <dt>{t('status')}</dt>
              <dd>{session.status === null ? t('noStatus') : statusName(bot, session.status)}</dd>
            </div>
          )}
          <div>
            <dt>{t('onVersion')}</dt>
            <dd data-testid="conv-version">{`v${String(session.botVersion)}`}</dd>
          </div>
          {!isSideOpen && session.node !== null && (
            <div>
              <dt>{t('block')}</dt>
              <dd>{placeTitle(bot, session.node)}</dd>
            </div>
          )}
        </dl>
      </div>
      <Tooltip label={t('pause.hint')} shortcut={PAUSE}>
        <Button icon={<CirclePause aria-hidden />} onClick={() => setPausing(true)} data-testid="conv-pause">
          {t(isPaused ? 'pause.change' : 'pause.button')}
        </Button>
      </Tooltip>
      {pausing && <PauseDialog lead={session.lead} onClose={() => setPausing(false)} />}
      <Tooltip label={t(isHuman ? 'giveBackHint' : 'takeHint')} shortcut={shortcut}>
        <Button
          variant={isHuman ? 'primary' : 'secondary'}
          icon={isHuman ? <Bot aria-hidden /> : <Headset aria-hidden />}
          busy={busy}
          onClick={() => void pass()}
        >
          {t(isPaused ? 'pause.over' : isHuman ? 'giveBack' : 'take')}
        </Button>
      </Tooltip>
      {!isSideOpen && (
        <IconButton
          label={side('open')}
          icon={<PanelRight />}
          onClick={() => setSideOpen(true)}
          data-testid="conv-side-open"
        />
      )}
      <ConversationMenu conversation={conversation} />
    </header>
  );
}
