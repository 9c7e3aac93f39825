import { join } from 'node:path';
import { sandboxDesk } from '../../../engine/cli/sandboxDesk.ts';
import type { Bot } from '../../../engine/flow/botSchema.ts';
import { replySchema, REQUESTS, type Method, type Params, type Reply } from '../../../engine/protocol.ts';
import { loadWorld } from '../../../engine/sandbox/worldFile.ts';
import { startServe, type ServeProcess } from '../../host/serveProcess.ts';
import { until } from '../../host/liveShop.ts';
import { WebSocket } from 'ws';
import { filledBot, freshBot } from './kindsBot.ts';
import type { Language } from './language.ts';

/** A shop as it looks after its first week: three bots, one of them broken, and three customers in different hands. */
export interface ShopWorld {
  readonly bots: { readonly menu: string; readonly nlp: string; readonly draft: string };
  /** Leads of the customers. */
  readonly leads: { readonly bot: string; readonly human: string; readonly ended: string };
  /** Address of the sandbox as a server of Umnico. */
  readonly sandboxApi: string;
}

export function startStudio(folder: string, language: Language, env: NodeJS.ProcessEnv = {}): Promise<ServeProcess> {
  const options = ['--sandbox', '--data', folder, '--webhook-port', '0', '--settle-ms', '50', '--language', language];
  return startServe(options, env);
}

export async function furnish(serve: ServeProcess, folder: string, language: Language): Promise<ShopWorld> {
  const engine = await connect(serve.first.url);
  const nlp = (await engine.call('bots.create', { template: 'nlp', language })).id;
  const menu = (await engine.call('bots.create', { template: 'menu', language })).id;
  const draft = (await engine.call('bots.duplicate', { id: menu })).id;
  const opened = await engine.call('bots.open', { id: draft });
  await engine.call('bots.save', { id: draft, base: opened.revision, bot: broken(opened.bot, language) });
  await engine.call('bots.publish', { id: nlp });
  await engine.call('bots.publish', { id: menu, note: NOTES[language] });
  await engine.call('bots.publish', { id: menu });
  const leads = await talk(serve, folder, language);
  engine.close();
  return { bots: { menu, nlp, draft }, leads, sandboxApi: `${sandboxOf(serve)}/v1.3` };
}

/** Two bots with every kind of block, and their ids: one filled in, one as the blocks come from the picker. */
export async function furnishKinds(
  serve: ServeProcess,
  language: Language,
): Promise<{ readonly filled: string; readonly fresh: string }> {
  const engine = await connect(serve.first.url);
  const bring = async (bot: Bot): Promise<string> =>
    (await engine.call('bots.import', { text: JSON.stringify(bot) })).id;
  const filled = await bring(filledBot('bot_filled', language));
  const fresh = await bring(freshBot('bot_fresh', language));
  engine.close();
  return { filled, fresh };
}

const NOTES = { ru: 'Новые цены к празднику', en: 'New prices for the holidays' };

/** Unfinished: an option leads nowhere, a message is empty. */
function broken(bot: Bot, language: Language): Bot {
  const flows = bot.flows.map((flow) => ({
    ...flow,
    nodes: flow.nodes.map((node) => {
      if (node.id === 'about') return { ...node, data: { parts: [{ text: '' }] } };
      if (node.id !== 'menu') return node;
      const { contacts: _, ...exits } = node.exits ?? {};
      return { ...node, exits };
    }),
  }));
  return { ...bot, name: { ru: 'Торты к Пасхе', en: 'Easter cakes' }[language], flows };
}

const TALK = {
  ru: { names: ['Анна Соколова', 'Пётр', 'Марина'], hello: 'Добрый день!', manager: 'Здравствуйте, это Ольга' },
  en: { names: ['Anna Falcon', 'Peter', 'Marina'], hello: 'Good morning!', manager: 'Hello, this is Olga' },
};

async function talk(serve: ServeProcess, folder: string, language: Language): Promise<ShopWorld['leads']> {
  const token = await until('the sandbox has kept its world', () => loadWorld(join(folder, 'sandbox.json'))?.token);
  const desk = sandboxDesk({ url: sandboxOf(serve), token });
  const { names, hello, manager } = TALK[language];
  const [bot, human, ended] = await Promise.all(names.map((name) => desk.customer(name)));
  if (bot === undefined || human === undefined || ended === undefined) throw new Error('three customers are expected');
  for (const customer of [ended, human, bot]) {
    const heard = async (count: number): Promise<void> => {
      await until(`message ${String(count)}`, async () => (await customer.hears()).length >= count);
    };
    await customer.writes(hello);
    await heard(4);
    if (customer === human) await customer.managerWrites(manager);
    else await customer.writes(customer === ended ? '4' : '3');
    await heard(5);
  }
  const engine = await connect(serve.first.url);
  await until('a person has one of them', async () => {
    const { sessions } = await engine.call('live.list', { limit: 10 });
    return sessions.length === 3 && sessions.some((session) => session.owner === 'human');
  });
  engine.close();
  const leadOf = async (customer: typeof bot): Promise<string> => (await customer.lead()) ?? '';
  return { bot: await leadOf(bot), human: await leadOf(human), ended: await leadOf(ended) };
}

function sandboxOf(serve: ServeProcess): string {
  return new URL(serve.first.sandboxUrl ?? '').origin;
}

interface EngineLine {
  call<M extends Method>(method: M, params: Params<M>): Promise<Reply<M>>;
  close(): void;
}

/** The wire of a window, spoken by hand: what a person would have clicked together before the first picture. */
export async function connect(url: string): Promise<EngineLine> {
  const { origin, host, hash } = new URL(url);
  const socket = new WebSocket(`ws://${host}/ws`, { headers: { origin } });
  const waiting = new Map<number, (reply: unknown) => void>();
  let last = 0;
  await new Promise<void>((ready, failed) => {
    socket.on('error', failed);
    socket.on('open', () => socket.send(JSON.stringify({ hello: new URLSearchParams(hash.slice(1)).get('key') })));
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString('utf8')) as { ready?: true; id?: number };
      if (message.ready) ready();
      if (message.id !== undefined) waiting.get(message.id)?.(message);
    });
  });
  return {
    async call(method, params) {
      last += 1;
      const id = last;
      const answer = await new Promise<unknown>((resolve) => {
        waiting.set(id, resolve);
        socket.send(JSON.stringify({ id, method, params }));
      });
      const reply = replySchema.parse(answer);
      if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply.fault)}`);
      return REQUESTS[method].reply.parse(reply.value) as Reply<typeof method>;
    },
    close: () => socket.close(),
  };
}
