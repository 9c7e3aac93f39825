import { create } from 'zustand';

/** How the test chat is looked at; no conversation hangs on it. */
export interface ChatView {
  /** The way of the test on the canvas. */
  readonly path: boolean;
  /** All that is off the way at 55 %. */
  readonly dim: boolean;
  /** Every step of the bot between the messages. */
  readonly hidden: boolean;
  /** The author writes as the operator although the bot has the conversation. */
  readonly asOperator: boolean;
}

const KEPT_AS = 'dialogram.chatView';
const FIRST: ChatView = { path: true, dim: true, hidden: false, asOperator: false };

export const useChatView = create<ChatView>(() => ({ ...FIRST, ...kept() }));

/** Switches of a view are kept in this window's profile: they are the author's, not the bot's. */
export function setChatView(change: Partial<ChatView>): void {
  useChatView.setState(change);
  const { path, dim, hidden } = useChatView.getState();
  localStorage.setItem(KEPT_AS, JSON.stringify({ path, dim, hidden }));
}

function kept(): Partial<ChatView> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEPT_AS) ?? '{}');
    if (typeof value !== 'object' || value === null) return {};
    const known = Object.entries(value).filter(
      ([key, on]) => ['path', 'dim', 'hidden'].includes(key) && typeof on === 'boolean',
    );
    return Object.fromEntries(known);
  } catch {
    return {};
  }
}
