import { conversations, createConversation } from '@grammyjs/conversations';
import { Bot } from 'grammy';

const BOT = { id: 1, is_bot: true, first_name: 'Bench', username: 'bench_bot' };

/** A conversation that waits for a digit for ever. It rewinds after each answer: its log, replayed every turn, stays short. */
export function open({ greeting, menu, missed, options }) {
  const sent = new Map();
  const answers = new Map(options.flatMap(({ code, label, answer }) => [code, label].map((word) => [word, answer])));

  /** In the place of Telegram: below everything, so that the conversation logs its calls and replays them. */
  const fetch = async (_url, { body }) => {
    const { chat_id: id, text } = JSON.parse(body);
    sent.get(id).push(text);
    const result = { message_id: 1, date: 0, chat: { id, type: 'private' }, text };
    return { json: async () => ({ ok: true, result }) };
  };

  async function menuTalk(conversation, ctx) {
    await ctx.reply(greeting);
    await ctx.reply(menu);
    const asked = conversation.checkpoint();
    const chosen = await conversation.waitForHears([...answers.keys()], { otherwise: (other) => other.reply(missed) });
    await chosen.reply(answers.get(chosen.message.text));
    await chosen.reply(menu);
    await conversation.rewind(asked);
  }

  const stored = new Map();
  const bot = new Bot('1:bench', { botInfo: BOT, client: { fetch } });
  bot.use(
    conversations({
      storage: {
        type: 'key',
        adapter: {
          read: (key) => (stored.has(key) ? JSON.parse(stored.get(key)) : undefined),
          write: (key, state) => void stored.set(key, JSON.stringify(state)),
          delete: (key) => void stored.delete(key),
        },
      },
    }),
  );
  bot.use(createConversation(menuTalk));
  bot.on('message:text', (ctx) => ctx.conversation.enter('menuTalk'));

  let updates = 0;
  return async (lead, text) => {
    const said = [];
    sent.set(lead, said);
    const from = { id: lead, is_bot: false, first_name: 'Anna' };
    const message = {
      message_id: updates,
      date: 0,
      chat: { id: lead, type: 'private', first_name: 'Anna' },
      from,
      text,
    };
    updates += 1;
    await bot.handleUpdate({ update_id: updates, message });
    sent.delete(lead);
    return said;
  };
}
