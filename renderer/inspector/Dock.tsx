import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { useActions } from '../actions/provide.ts';
import { ChecksDialogs } from '../checks/ChecksDialogs.tsx';
import { openChecks } from '../checks/checksStore.ts';
import { focusBlock } from '../canvas/focusBlock.ts';
import { useCopy } from '../copy/useCopy.ts';
import { useEditor } from '../editor/store.ts';
import { ChatPanel } from '../simulator/ChatPanel.tsx';
import { useSimulator } from '../simulator/store.ts';
import { Tabs } from '../ui/Tabs.tsx';
import { BlockTab } from './BlockTab.tsx';
import styles from './Dock.module.css';
import { DOCK_TABS, focusChat, showDockTab, showTest, useDock } from './dockStore.ts';
import { focusField } from './focusField.ts';
import { VariablesTab } from './VariablesTab.tsx';

/** The right dock: the selected block, the test chat, the variables. */
export function Dock() {
  const t = useCopy('inspector');
  const tab = useDock((state) => state.tab);
  const dock = useRef<HTMLElement>(null);
  useRequests(dock);
  useActions({ test: () => stepTest(dock.current), checks: () => openChecks('list') });
  useOneBot();

  return (
    <aside ref={dock} className={styles.dock} aria-label={t('dock')} data-testid="dock" data-tab={tab}>
      <Tabs
        label={t('dock')}
        value={tab}
        onChange={showDockTab}
        items={DOCK_TABS.map((value) => ({
          value,
          label: t(`tab.${value}`),
          testId: `tab-${value}`,
          content: tab === value && CONTENT[value],
        }))}
      />
      <ChecksDialogs />
    </aside>
  );
}

const CONTENT = {
  block: (
    // Leaving a field ends the burst of typing: what comes next is a step of its own for undo.
    <div onBlur={() => useEditor.getState().flush()} onKeyDown={backToBlock}>
      <BlockTab />
    </div>
  ),
  test: <ChatPanel />,
  variables: <VariablesTab />,
};

/** Esc in a field gives the keyboard back to the block it is about (ux.md, 3.1). A list that is open takes it first. */
function backToBlock(event: KeyboardEvent): void {
  const { target, currentTarget } = event;
  const isOwn = target instanceof HTMLElement && currentTarget.contains(target);
  if (event.key !== 'Escape' || event.defaultPrevented || !isOwn || target.ariaExpanded === 'true') return;
  const [only, ...more] = useEditor.getState().selection.nodes;
  if (only === undefined || more.length > 0) return;
  event.stopPropagation();
  useEditor.getState().flush();
  focusBlock(only, { select: false });
}

type DockElement = RefObject<HTMLElement | null>;

/** What other parts of the window ask of the dock: to edit the selected block, to test. */
function useRequests(dock: DockElement): void {
  const inspecting = useEditor((state) => state.inspecting);
  const testing = useEditor((state) => state.testing);
  const answered = useRef({ inspecting, testing });

  useEffect(() => {
    if (testing === null || testing === answered.current.testing) return;
    answered.current.testing = testing;
    showTest();
  }, [testing]);

  useEffect(() => {
    if (inspecting === null || inspecting === answered.current.inspecting) return undefined;
    answered.current.inspecting = inspecting;
    showDockTab('block');
    const timer = setTimeout(() => dock.current && focusField(dock.current, inspecting.field));
    return () => clearTimeout(timer);
  }, [inspecting, dock]);
}

/** Shows the chat, then puts the focus into it, and from inside it goes back to the block. */
function stepTest(dock: HTMLElement | null): void {
  if (useDock.getState().tab !== 'test') return showTest();
  if (!(dock?.contains(document.activeElement) ?? false)) return focusChat();
  showDockTab('block');
  document.querySelector<HTMLElement>('[data-testid="tab-block"]')?.focus();
}

/** A test belongs to one bot: opening another one begins anew. */
function useOneBot(): void {
  const bot = useEditor((state) => state.bot.id);
  useEffect(() => {
    const { conversation, talks, reset } = useSimulator.getState();
    const tested = [conversation, ...talks.map((slot) => slot.talk?.conversation ?? null)];
    if (tested.some((talk) => talk !== null && talk.program.bot.id !== bot)) reset();
  }, [bot]);
}
