import { expect, test } from 'vitest';
import { channelContract } from '../contracts/channelContract.ts';
import { openSandboxWorld as open } from './sandboxWorld.ts';

channelContract('Umnico by WhatsApp', () => open('whatsapp2', {}));
channelContract('Umnico by Telegram', () => open('telegram', { datetime: 'ms', omitSourceType: true }));
channelContract('Umnico where events repeat and swap', () =>
  open('whatsapp2', { duplicateEveryNth: 2, reorder: true, messageId: 'string', nestedErrorStrings: true }),
);
channelContract('Umnico whose echo comes first', () =>
  open('telegram', { echoBeforeReply: true, messageIdCollides: true, replyToInside: true }),
);

channelContract('Umnico in a channel without realId', () => open('telegram', { omitRealId: true }));

test('in a channel without realId the reply goes to the native id', async () => {
  const world = await open('telegram', { omitRealId: true });
  await world.channel.ensureWebhook(world.address, 'contract');
  await world.customerWrites('Привет');
  const heard = () => world.events().find((event) => event.type === 'message');
  await expect.poll(heard, { interval: 10 }).toBeDefined();
  const message = heard();
  const managers = await world.channel.managers();
  if (message?.type !== 'message' || !managers.ok) throw new Error('nothing heard');
  expect(message.thread.source).not.toMatch(/^\d+$/);
  const sent = await world.channel.send(
    { thread: message.thread, text: 'Ответ', customId: 'bot:1' },
    managers.value[0]?.id ?? '',
  );
  expect(sent).toMatchObject({ ok: true });
  await world.close();
});
