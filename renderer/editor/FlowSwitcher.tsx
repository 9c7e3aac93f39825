import { ChevronDown, PenLine, Plus, Star, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useCopy } from '../copy/useCopy.ts';
import { Menu, type MenuItem } from '../ui/Menu.tsx';
import styles from './FlowSwitcher.module.css';
import { newFlow } from './newFlow.ts';
import { RenameFlowDialog } from './RenameFlowDialog.tsx';
import { openFlowOf, useEditor } from './store.ts';
import { undoToast } from './undoToast.ts';

/** Which flow of the bot is on the canvas; add, rename and delete them. */
export function FlowSwitcher() {
  const t = useCopy('editor');
  const flows = useEditor((state) => state.bot.flows);
  const open = useEditor(openFlowOf);
  const readOnly = useEditor((state) => state.readOnly);
  const [isRenaming, setRenaming] = useState(false);
  if (!open) return null;
  const editor = useEditor.getState;

  const list: MenuItem[] = flows.map((flow) => ({
    id: flow.id,
    label: flow.main && flows.length > 1 ? marked(flow.name, t('mainFlow')) : flow.name,
    checked: flow.id === open.id,
    onSelect: () => editor().openFlow(flow.id),
  }));
  const add: MenuItem = {
    id: 'add',
    label: t('newFlow'),
    icon: <Plus size={15} aria-hidden />,
    onSelect() {
      const made = newFlow(editor().bot, t('newFlowName', { number: flows.length + 1 }));
      editor().run('addFlow', made);
      editor().openFlow(made.flow.id);
    },
  };
  const change: MenuItem[] = [
    {
      id: 'rename',
      label: t('renameFlow'),
      icon: <PenLine size={15} aria-hidden />,
      onSelect: () => setRenaming(true),
    },
    ...(open.main
      ? []
      : [
          {
            id: 'main',
            label: t('makeMain'),
            icon: <Star size={15} aria-hidden />,
            onSelect: () => void editor().run('setMainFlow', { flow: open.id }),
          },
        ]),
    {
      id: 'delete',
      label: t('deleteFlow'),
      icon: <Trash2 size={15} aria-hidden />,
      danger: true,
      reason: open.main || flows.length < 2 ? t('mainFlowStays') : undefined,
      onSelect() {
        if (editor().run('removeFlow', { flow: open.id })) undoToast(t('flowDeleted', { name: open.name }));
      },
    },
  ];
  return (
    <>
      <Menu
        align="start"
        trigger={
          <button type="button" className={styles.trigger} data-testid="flow-switcher" title={t('flows')}>
            <span className={styles.name}>{open.name}</span>
            <ChevronDown size={14} aria-hidden />
          </button>
        }
        groups={readOnly ? [list] : [list, [add], change]}
      />
      <RenameFlowDialog key={open.id} flow={open} open={isRenaming} onClose={() => setRenaming(false)} />
    </>
  );
}

/** «Заказы · главный»; a flow that is called «Главный» says so itself. */
function marked(name: string, mark: string): string {
  return name.trim().toLowerCase() === mark ? name : `${name} · ${mark}`;
}
