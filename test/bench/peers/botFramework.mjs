import { ActivityTypes, BotAdapter, TurnContext } from 'botbuilder';

/** The least adapter: what the bot sends stays in the turn that it is sent in. */
class Channel extends BotAdapter {
  sent = new Map();

  async sendActivities(_context, activities) {
    return activities.map((activity) => {
      if (activity.type === ActivityTypes.Message) this.sent.get(activity.conversation.id).push(activity.text);
      return { id: '1' };
    });
  }
}

/** A turn through the adapter, as a web server would pass it on to `logic`. */
export function openChannel(logic) {
  const channel = new Channel();
  return async (lead, text) => {
    const said = [];
    const id = String(lead);
    channel.sent.set(id, said);
    const context = new TurnContext(channel, {
      type: ActivityTypes.Message,
      id: '1',
      channelId: 'test',
      serviceUrl: 'https://bench.example.org',
      from: { id, name: 'Anna' },
      recipient: { id: 'bot', name: 'Bench' },
      conversation: { id, isGroup: false, name: '' },
      text,
    });
    await channel.runMiddleware(context, logic);
    channel.sent.delete(id);
    return said;
  };
}
