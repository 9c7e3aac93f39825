import {
  Clipboard,
  Footprints,
  Globe,
  Hand,
  ListChecks,
  ListPlus,
  PenLine,
  Route,
  ShieldX,
  SquareDashed,
} from 'lucide-react';
import { useEngine } from '../app/engine.ts';
import { copyText } from '../app/copyText.ts';
import { openChecks } from '../checks/checksStore.ts';
import { useCopy } from '../copy/useCopy.ts';
import { focusChat } from '../inspector/dockStore.ts';
import type { MenuItem } from '../ui/Menu.tsx';
import { setChatView, useChatView } from './chatView.ts';
import { useSimulator } from './store.ts';
import { transcript } from './transcript.ts';

/** What stands behind «⋯» of the test chat, in groups. */
export function useChatMenu(): readonly (readonly MenuItem[])[] {
  const t = useCopy('simulator');
  const checks = useCopy('checks');
  const view = useChatView();
  const profile = useSimulator((state) => state.profile);
  const items = useSimulator((state) => state.conversation?.items);
  const offline = useEngine((state) => state.link !== 'open');
  const hasSpoken = items?.some(({ from }) => from === 'customer') === true;

  return [
    useOperatorActs(),
    [
      {
        id: 'refuse',
        label: t('refuse'),
        icon: <ShieldX size={15} />,
        checked: profile.refuseStatus,
        onSelect: () => useSimulator.getState().setProfile({ refuseStatus: !profile.refuseStatus }),
      },
      {
        id: 'realHttp',
        label: t('realHttp'),
        icon: <Globe size={15} />,
        checked: profile.realHttp,
        reason: offline && !profile.realHttp ? t('realHttpOffline') : undefined,
        onSelect: () => useSimulator.getState().setProfile({ realHttp: !profile.realHttp }),
      },
    ],
    [
      {
        id: 'hidden',
        label: t('showHidden'),
        icon: <Footprints size={15} />,
        checked: view.hidden,
        onSelect: () => setChatView({ hidden: !view.hidden }),
      },
      {
        id: 'path',
        label: t('showPath'),
        icon: <Route size={15} />,
        checked: view.path,
        onSelect: () => setChatView({ path: !view.path }),
      },
      {
        id: 'dim',
        label: t('dimOthers'),
        icon: <SquareDashed size={15} />,
        checked: view.path && view.dim,
        onSelect: () => setChatView(view.path ? { dim: !view.dim } : { path: true, dim: true }),
      },
    ],
    [
      ...(items === undefined
        ? []
        : [
            {
              id: 'copy',
              label: t('copyTalk'),
              icon: <Clipboard size={15} />,
              onSelect: () => void copyText(transcript(items, t), t('copied')),
            },
          ]),
      {
        id: 'saveTest',
        label: checks('save'),
        icon: <ListPlus size={15} />,
        reason: hasSpoken ? undefined : checks('nothingSaid'),
        onSelect: () => openChecks('save'),
      },
      { id: 'tests', label: checks('list'), icon: <ListChecks size={15} />, onSelect: () => openChecks('list') },
    ],
  ];
}

/** The other side of the conversation, while the bot has it: a person may write, or take it. */
function useOperatorActs(): readonly MenuItem[] {
  const t = useCopy('simulator');
  const asOperator = useChatView((state) => state.asOperator);
  const owner = useSimulator((state) => state.conversation?.state.owner ?? 'bot');
  if (owner === 'human') return [];
  return [
    {
      id: 'write',
      label: t('asOperator'),
      icon: <PenLine size={15} />,
      checked: asOperator,
      onSelect: () => {
        setChatView({ asOperator: !asOperator });
        focusChat();
      },
    },
    {
      id: 'take',
      label: t('takeOver'),
      icon: <Hand size={15} />,
      onSelect: () => useSimulator.getState().chooseOwner('human'),
    },
  ];
}
