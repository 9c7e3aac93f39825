import { matches } from '../check/matches.ts';
import type { Bot, BotCheck, CheckStep } from '../flow/botSchema.ts';
import type { Engine } from '../host/engine.ts';
import type { SessionState } from '../model/state.ts';
import type { sandboxDesk, SandboxCustomer } from './sandboxDesk.ts';

export interface DemoStep {
  readonly template: string;
  readonly conversation: string;
  readonly step: string;
  readonly passed: boolean;
  readonly expected?: string;
  readonly got?: string;
}

interface Scene {
  readonly template: string;
  readonly check: BotCheck;
  readonly bot: Bot;
  readonly engine: Engine;
  readonly desk: ReturnType<typeof sandboxDesk>;
}

const PATIENCE_MS = 8_000;
const LOOK_MS = 15;
/** «Bot is silent» is told by three messages at least: the hand-off of the main job. */
const UNHEARD = ['1', '…?', '2'];

/** Plays a bot's check against the live engine: customer and operator write in the sandbox, and its side is believed. */
export async function playCheck(scene: Scene): Promise<DemoStep[]> {
  const play: Play = {
    ...scene,
    customer: await scene.desk.customer(scene.check.name),
    heard: 0,
    written: 0,
    insisted: false,
  };
  const steps: DemoStep[] = [];
  for (const step of scene.check.steps) {
    const verdict = await perform(step, play);
    const passed = verdict === null;
    steps.push({ template: scene.template, conversation: scene.check.name, step: describe(step), passed, ...verdict });
    if (!passed) break;
  }
  return steps;
}

/** A conversation under way. */
interface Play extends Scene {
  readonly customer: SandboxCustomer;
  /** Messages to the customer that a step has spoken for. */
  heard: number;
  /** Messages the customer has written. */
  written: number;
  /** Has the customer insisted since the bot last spoke? */
  insisted: boolean;
}

/** Null = as expected. */
type Verdict = { readonly expected: string; readonly got: string } | null;

async function perform(step: CheckStep, play: Play): Promise<Verdict> {
  const { customer, bot } = play;
  if (step.customer !== undefined) {
    await write(play, typeof step.customer === 'string' ? step.customer : (step.customer.text ?? ''));
    return null;
  }
  if (step.operator !== undefined) {
    await customer.managerWrites(step.operator);
    play.heard += 1;
    return null;
  }
  if (step.manager !== undefined) {
    await customer.movedTo(statusName(bot, step.manager.status));
    return null;
  }
  if (step.bot !== undefined) return expectBot(typeof step.bot === 'string' ? [step.bot] : step.bot, play);
  if (step.silent === true) return expectSilence(play);
  if (step.status !== undefined) return expectThat(statusName(bot, step.status), () => customer.status());
  if (step.at !== undefined) return expectThat(step.at, async () => (await sessionOf(play))?.wait?.place.node ?? null);
  for (const [name, value] of Object.entries(step.expect ?? {})) {
    const verdict = await expectThat(JSON.stringify(value), async () =>
      JSON.stringify((await sessionOf(play))?.variables[name] ?? null),
    );
    if (verdict !== null) return verdict;
  }
  return null;
}

async function write(play: Play, text: string): Promise<void> {
  await play.customer.writes(text);
  play.written += 1;
}

async function expectBot(wanted: readonly string[], play: Play): Promise<Verdict> {
  const lines = await wait(
    () => play.customer.hears(),
    (all) => all.length >= play.heard + wanted.length,
  );
  const got = lines.slice(play.heard, play.heard + wanted.length);
  play.heard += wanted.length;
  play.insisted = false;
  const passed = wanted.every((pattern, index) => got[index] !== undefined && matches(got[index], pattern));
  return passed ? null : { expected: wanted.join('\n'), got: got.join('\n') };
}

/** Nothing new, once the engine is through with all that was written. While a person has the lead the customer insists. */
async function expectSilence(play: Play): Promise<Verdict> {
  const { customer, engine } = play;
  const { read } = engine.store;
  if ((await sessionOf(play))?.owner === 'human' && !play.insisted) {
    for (const text of UNHEARD) await write(play, text);
    play.insisted = true;
  }
  const lead = (await customer.lead()) ?? '';
  const isThrough = (): boolean =>
    read.inboxMessages(lead, 500).filter((message) => message.type === 'message').length >= play.written &&
    read.waitingInbox(lead).length === 0 &&
    read.nextOutbox(lead) === null;
  const through = await wait(
    () => Promise.resolve(isThrough()),
    (done) => done,
  );
  const lines = (await customer.hears()).slice(play.heard);
  if (!through) return { expected: '(silence)', got: '(not everything was read in time)' };
  return lines.length === 0 ? null : { expected: '(silence)', got: lines.join('\n') };
}

async function sessionOf(play: Play): Promise<SessionState | undefined> {
  const lead = await play.customer.lead();
  return lead === null ? undefined : play.engine.store.read.session(lead)?.state;
}

async function expectThat(wanted: string, look: () => Promise<string | null>): Promise<Verdict> {
  const got = await wait(look, (value) => value === wanted);
  return got === wanted ? null : { expected: wanted, got: got ?? '' };
}

async function wait<T>(look: () => Promise<T>, enough: (value: T) => boolean): Promise<T> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const value = await look();
    if (enough(value) || performance.now() > end) return value;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

function statusName(bot: Bot, id: string): string {
  return bot.statuses?.find((status) => status.id === id)?.name ?? id;
}

function describe(step: CheckStep): string {
  const [verb, value] = Object.entries(step)[0] ?? ['', ''];
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `${verb}: ${text.length > 100 ? `${text.slice(0, 100)}…` : text}`;
}
