import type { SessionState } from '../model/state.ts';
import type { InboxEvent } from '../ports/inboxStore.ts';
import { isAutoReply } from '../runtime/isAutoReply.ts';
import type { BotProgram } from '../runtime/compileBot.ts';
import { statusNews } from '../runtime/statusNews.ts';

/** Will this event, as far as it can be told beforehand, make the bot fall silent? */
export function takesFromBot(event: InboxEvent, state: SessionState, program: BotProgram): boolean {
  if (state.owner !== 'bot') return false;
  switch (event.type) {
    case 'managerMessage': {
      const { settings } = program.facts;
      return settings.takeOverWhenManagerWrites !== false && !isAutoReply(event.text, settings);
    }
    case 'owner':
      return event.owner === 'human';
    case 'status': {
      if (statusNews(event, state) !== 'moved') return false;
      if (event.status === state.wait?.memo.target && event.foreign !== true) return false;
      if (program.facts.statuses.length === 0) return false;
      return program.facts.statuses.find((status) => status.id === event.status)?.role !== 'bot';
    }
    default:
      return false;
  }
}
