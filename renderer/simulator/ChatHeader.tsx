import {
  ChevronDown,
  Clipboard,
  Ellipsis,
  Hand,
  ListChecks,
  ListPlus,
  Redo2,
  RotateCcw,
  ShieldX,
  Undo2,
  UserRound,
  UserRoundPlus,
} from 'lucide-react';
import { useState } from 'react';
import { ChecksDialog } from '../checks/ChecksDialog.tsx';
import { SaveTalkDialog } from '../checks/SaveTalkDialog.tsx';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu, type MenuItem } from '../ui/Menu.tsx';
import { toast } from '../ui/toast.ts';
import styles from './Chat.module.css';
import { useSimulator } from './store.ts';
import { transcript } from './transcript.ts';

/** Types of sources as Umnico names them. */
const CHANNELS = ['telegram', 'whatsapp', 'instagramV3', 'fb_messenger', 'vk_group', 'widget'] as const;

export function ChatHeader() {
  const t = useCopy('simulator');
  const checks = useCopy('checks');
  const [dialog, setDialog] = useState<'save' | 'list' | null>(null);
  const canBack = useSimulator((state) => state.past.length > 0);
  const canForward = useSimulator((state) => state.future.length > 0);
  const profile = useSimulator((state) => state.profile);
  const owner = useSimulator((state) => state.conversation?.state.owner ?? 'bot');
  const talk = useSimulator((state) => state.conversation);
  const items = talk?.items;
  const { back, forward, restart, setProfile, chooseOwner } = useSimulator.getState();

  const channels: MenuItem[] = CHANNELS.map((channel) => ({
    id: channel,
    label: t(`channels.${channel}`),
    checked: profile.channel === channel,
    onSelect: () => setProfile({ channel }),
  }));
  const acts: MenuItem[] = [
    ...(owner === 'human'
      ? []
      : [{ id: 'take', label: t('takeOver'), icon: <Hand size={15} />, onSelect: () => chooseOwner('human') }]),
    {
      id: 'refuse',
      label: t('refuse'),
      icon: <ShieldX size={15} />,
      checked: profile.refuseStatus,
      onSelect: () => setProfile({ refuseStatus: !profile.refuseStatus }),
    },
  ];
  const copies: MenuItem[] =
    items === undefined
      ? []
      : [
          {
            id: 'copy',
            label: t('copyTalk'),
            icon: <Clipboard size={15} />,
            onSelect: () => void copyTalk(transcript(items, t), t('copied')),
          },
        ];
  const tests: MenuItem[] = [
    {
      id: 'saveTest',
      label: checks('save'),
      icon: <ListPlus size={15} />,
      reason: items?.some(({ from }) => from === 'customer') === true ? undefined : checks('nothingSaid'),
      onSelect: () => setDialog('save'),
    },
    { id: 'tests', label: checks('list'), icon: <ListChecks size={15} />, onSelect: () => setDialog('list') },
  ];

  return (
    <header className={styles.header}>
      <Button size="dense" icon={<Undo2 />} disabled={!canBack} onClick={back} data-testid="chat-back">
        {t('back')}
      </Button>
      <IconButton
        size="dense"
        label={t('forward')}
        shortcut="Alt+Down"
        icon={<Redo2 />}
        disabled={!canForward}
        onClick={forward}
      />
      <span className={styles.gap} />
      <span className={styles.split}>
        <Button size="dense" icon={<RotateCcw />} onClick={() => restart('same')} data-testid="chat-restart">
          {t('restart')}
        </Button>
        <Menu
          trigger={
            <Button size="dense" aria-label={t('restartMore')} icon={<ChevronDown />} className={styles.splitMore} />
          }
          groups={[
            [
              {
                id: 'same',
                label: t('sameCustomer'),
                icon: <UserRound size={15} />,
                shortcut: 'Mod+R',
                onSelect: () => restart('same'),
              },
              {
                id: 'new',
                label: t('newCustomer'),
                icon: <UserRoundPlus size={15} />,
                shortcut: 'Mod+Shift+R',
                onSelect: () => restart('new'),
              },
            ],
          ]}
        />
      </span>
      <Menu
        trigger={<Button size="dense" variant="ghost" aria-label={t('more')} icon={<Ellipsis />} />}
        groups={[channels, acts, copies, tests]}
      />
      {dialog === 'save' && talk !== null && <SaveTalkDialog talk={talk} onClose={() => setDialog(null)} />}
      {dialog === 'list' && <ChecksDialog onClose={() => setDialog(null)} />}
    </header>
  );
}

async function copyTalk(text: string, done: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  toast(done);
}
