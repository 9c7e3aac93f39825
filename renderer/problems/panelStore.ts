import { create } from 'zustand';

export const PANEL_TABS = ['problems', 'blocks', 'paths'] as const;
export type PanelTab = (typeof PANEL_TABS)[number];

/** The bottom panel. Without anything to list it is only its head, whatever is wanted. */
export const usePanel = create<{ readonly tab: PanelTab; readonly isWanted: boolean }>(() => ({
  tab: 'problems',
  isWanted: true,
}));

export function showPanelTab(tab: PanelTab): void {
  usePanel.setState({ tab, isWanted: true });
}

export function togglePanel(): void {
  usePanel.setState(({ isWanted }) => ({ isWanted: !isWanted }));
}
