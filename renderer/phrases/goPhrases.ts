import { navigate, type Route, useRoute } from '../app/route.ts';

/** The bot that was open last in this window. */
let last: string | undefined;

const botOf = (route: Route): string | undefined => ('bot' in route ? route.bot : undefined);

useRoute.subscribe(({ route }, { route: before }) => {
  last = botOf(route) ?? botOf(before) ?? last;
});

/** Opens the phrases of the bot on screen, or of the one that was open last. */
export function goPhrases(topic?: string): void {
  const bot = botOf(useRoute.getState().route) ?? last;
  navigate({ screen: 'phrases', ...(bot !== undefined && { bot }), ...(topic !== undefined && { topic }) });
}
