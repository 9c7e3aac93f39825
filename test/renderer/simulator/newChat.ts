import type { Bot } from '../../../engine/flow/botSchema.ts';
import type { EffectOf } from '../../../engine/model/effect.ts';
import type { Made } from '../../../renderer/simulator/makeRequest.ts';
import { createSimulator } from '../../../renderer/simulator/store.ts';
import { flowers } from './flowers.ts';

export const NOON = Date.UTC(2026, 10, 18, 12, 0, 0);
export const MENU = 'How can we help?\n1 — Delivery\n2 — My order\n0 — A person';

/** A test chat in a world of its own; `moment` runs what waits for a moment of quiet, `asked` are the requests it made, `learned` the bots whose phrases it had learned beside the window. */
export function newChat(first: Bot = flowers) {
  let bot = first;
  const waiting: (() => void)[] = [];
  const learned: Bot[] = [];
  const asked: { readonly effect: EffectOf<'http'>; readonly answer: (made: Made) => Promise<void> }[] = [];
  const chat = createSimulator({
    now: () => NOON,
    bot: () => bot,
    later(wanted, callback) {
      learned.push(wanted);
      waiting.push(callback);
    },
    request(effect) {
      const { promise, resolve } = Promise.withResolvers<Made>();
      const answer = async (made: Made): Promise<void> => {
        resolve(made);
        await promise;
        await Promise.resolve();
      };
      asked.push({ effect, answer });
      return promise;
    },
  });
  return {
    asked,
    learned,
    get: chat.getState,
    edit: (next: Bot) => {
      bot = next;
    },
    moment: () => waiting.splice(0).forEach((callback) => callback()),
    said: () => (chat.getState().conversation?.items ?? []).flatMap((item) => (item.from === 'bot' ? [item.text] : [])),
  };
}

/** Greeted, and at the menu. */
export function started(first?: Bot): ReturnType<typeof newChat> {
  const chat = newChat(first);
  chat.get().send('hello');
  chat.moment();
  return chat;
}
