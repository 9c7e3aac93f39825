import { ChevronRight } from 'lucide-react';
import { TopBarSlot } from '../app/TopBarSlot.tsx';
import { DraftPill } from '../publish/DraftPill.tsx';
import styles from './EditorTitle.module.css';
import { FlowSwitcher } from './FlowSwitcher.tsx';
import { openFlowOf, useEditor } from './store.ts';

/** Which bot and which of its flows, at the left of the top bar. */
export function EditorTitle() {
  const id = useEditor((state) => state.viewing?.draft.bot.id ?? state.bot.id);
  const bot = useEditor((state) => state.bot.name);
  const flow = useEditor((state) => openFlowOf(state)?.name ?? '');
  return (
    <TopBarSlot place="title">
      <title>{`${flow} · ${bot} · Dialogram`}</title>
      <h1 className={styles.bot} title={bot}>
        {bot}
      </h1>
      <ChevronRight size={14} aria-hidden className={styles.arrow} />
      <FlowSwitcher />
      <DraftPill key={id} bot={id} />
    </TopBarSlot>
  );
}
