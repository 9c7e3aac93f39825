import { create } from 'zustand';
import { SETTINGS_PAGES, type SettingsPage } from './settingsPages.ts';

/** Where the person is. Kept in the query of the address (`?at=/flow/ID`): the page is one file, from any scheme. */
export type Route =
  | { readonly screen: 'flows' }
  /** First run only, and later by command. */
  | { readonly screen: 'welcome' }
  | { readonly screen: 'flow'; readonly bot: string; readonly flow?: string }
  /** `view`: besides the conversations; no lead of the CRM has such an id. */
  | { readonly screen: 'live'; readonly lead?: string; readonly view?: LiveView }
  | PhrasesRoute
  | { readonly screen: 'connections' }
  | { readonly screen: 'settings'; readonly page?: SettingsPage };
/** `view`: besides the topics. Without a bot: the one that was open last, or the one that answers customers. */
export interface PhrasesRoute {
  readonly screen: 'phrases';
  readonly bot?: string;
  readonly topic?: string;
  readonly view?: PhrasesView;
}
export type Screen = Route['screen'];
export const LIVE_VIEWS = ['away', 'queues'] as const;
export type LiveView = (typeof LIVE_VIEWS)[number];
/** No bot has such an id. */
export const PHRASES_VIEWS = ['inbox'] as const;
export type PhrasesView = (typeof PHRASES_VIEWS)[number];

export function writeRoute(route: Route): string {
  const parts: (string | undefined)[] = [route.screen];
  if (route.screen === 'flow') parts.push(route.bot, route.flow);
  if (route.screen === 'live') parts.push(route.view ?? route.lead);
  if (route.screen === 'phrases') parts.push(route.view, route.bot, route.view ? undefined : route.topic);
  if (route.screen === 'settings') parts.push(route.page);
  return `/${parts
    .filter((part) => part !== undefined)
    .map(encodeURIComponent)
    .join('/')}`;
}

export function readRoute(text: string | null): Route {
  const [screen, first, second] = (text ?? '').split('/').slice(1).map(decode);
  if (screen === 'flow' && first) return { screen, bot: first, ...(second && { flow: second }) };
  if (screen === 'live') {
    const view = LIVE_VIEWS.find((name) => name === first);
    return { screen, ...(view ? { view } : first && { lead: first }) };
  }
  if (screen === 'phrases') {
    const view = PHRASES_VIEWS.find((name) => name === first);
    if (view) return { screen, view, ...(second && { bot: second }) };
    return { screen, ...(first && { bot: first }), ...(second && { topic: second }) };
  }
  if (screen === 'welcome' || screen === 'connections') return { screen };
  if (screen === 'settings') {
    const page = SETTINGS_PAGES.find((name) => name === first);
    return { screen, ...(page && { page }) };
  }
  return { screen: 'flows' };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

function present(): Route {
  return readRoute(new URLSearchParams(window.location.search).get('at'));
}

export const useRoute = create<{ readonly route: Route }>(() => ({ route: present() }));

export function navigate(route: Route, how: 'push' | 'replace' = 'push'): void {
  const address = `${window.location.pathname}?at=${writeRoute(route)}`;
  const same = writeRoute(route) === writeRoute(useRoute.getState().route);
  if (how === 'replace' || same) window.history.replaceState(null, '', address);
  else window.history.pushState(null, '', address);
  if (!same) useRoute.setState({ route });
}

/** Back and Forward of the window. */
export function followHistory(): void {
  window.addEventListener('popstate', () => useRoute.setState({ route: present() }));
}
