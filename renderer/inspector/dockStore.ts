import { create } from 'zustand';

export const DOCK_TABS = ['block', 'test', 'variables'] as const;
export type DockTab = (typeof DOCK_TABS)[number];

interface DockState {
  readonly tab: DockTab;
  /** The person may fold it away (Ctrl+I); being asked for something opens it again. */
  readonly isShown: boolean;
  /** Asks the chat to take the focus; a new object each time. Null = nobody has asked. */
  readonly chatFocus: object | null;
}

/** The right dock. Selecting a block never changes the tab: only the person does (ux.md, 2.1). */
export const useDock = create<DockState>(() => ({ tab: 'block', isShown: true, chatFocus: null }));

export function showDockTab(tab: DockTab): void {
  useDock.setState({ tab, isShown: true });
}

/** Shows the test chat, ready to type in. */
export function showTest(): void {
  useDock.setState({ tab: 'test', isShown: true, chatFocus: {} });
}

export function toggleDock(): void {
  useDock.setState(({ isShown }) => ({ isShown: !isShown }));
}

/** Puts the focus into the field of the chat, if the chat is on show. */
export function focusChat(): void {
  useDock.setState({ chatFocus: {} });
}
