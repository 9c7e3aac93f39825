import { fail, ok, type Result } from '../model/result.ts';
import type { Channel } from '../ports/channel.ts';
import type { Clock } from '../ports/clock.ts';
import type { Thread } from '../ports/thread.ts';

/** What became of one test message. Times in ms; null = it did not happen within the patience. */
export interface TestMessage {
  /** From the request to its answer. */
  readonly answeredMs: number;
  /** From the answer until the history showed it. */
  readonly shownMs: number | null;
  readonly customIdShown: boolean;
  /** The id in the answer is the one in the history; null = the answer named none. */
  readonly sameId: boolean | null;
  /** Characters of its `customId`. */
  readonly customIdLength: number;
}
export interface WriteTest {
  readonly messages: readonly TestMessage[];
  /** How long an unclear send is to be let settle: twice the longest lag seen, 5 s at least (reliability.md, 1.3, step 5). */
  readonly settleMs: number;
}

const LEAST_SETTLE_MS = 5_000;
const PATIENCE_MS = 60_000;
const LOOK_MS = 250;
/** Ours are thirty characters; the longest says whether there is room for more. */
const ID_LENGTHS = [30, 30, 30, 64, 120];

export interface WriteTestDeps {
  readonly channel: Channel;
  readonly clock: Clock;
  /** A text of so many characters that nobody has used before. */
  readonly unique: (length: number) => string;
  /** What the customer of that lead will read. */
  readonly text: (number: number, of: number) => string;
}

/** Writes to a lead that the user has named, and looks how long its history takes to show it. */
export async function selfTestWrite(lead: string, deps: WriteTestDeps): Promise<Result<WriteTest>> {
  const { channel } = deps;
  const managers = await channel.managers();
  if (!managers.ok) return managers;
  const writer = managers.value.find(({ owner }) => owner) ?? managers.value[0];
  if (writer === undefined) return fail({ code: 'managerMissing', login: '' });
  // Without a thread of its own the lead's only one is taken.
  const thread: Thread = { lead, source: '', integration: undefined };
  const messages: TestMessage[] = [];
  for (const [index, length] of ID_LENGTHS.entries()) {
    const done = await writeOne(thread, writer.id, deps.text(index + 1, ID_LENGTHS.length), length, deps);
    if (!done.ok && length <= 30) return done;
    if (done.ok) messages.push(done.value);
  }
  const longest = Math.max(0, ...messages.map(({ shownMs }) => shownMs ?? PATIENCE_MS));
  return ok({ messages, settleMs: Math.max(LEAST_SETTLE_MS, 2 * longest) });
}

async function writeOne(
  thread: Thread,
  writer: string,
  text: string,
  length: number,
  { channel, clock, unique }: WriteTestDeps,
): Promise<Result<TestMessage>> {
  const customId = unique(length);
  const begun = clock.now();
  const sent = await channel.send({ thread, text, customId }, writer);
  if (!sent.ok) return sent;
  const answered = clock.now();
  const known = (shownMs: number | null, customIdShown: boolean, sameId: boolean | null): Result<TestMessage> =>
    ok({ answeredMs: answered - begun, shownMs, customIdShown, sameId, customIdLength: length });
  while (clock.now() - answered <= PATIENCE_MS) {
    const history = await channel.history(thread, 20);
    if (!history.ok && history.fault.code !== 'tooManyRequests') return history;
    const shown = history.ok
      ? history.value.find((said) => !said.incoming && (said.customId === customId || said.text === text))
      : undefined;
    if (shown !== undefined) {
      const sameId = sent.value.length === 0 ? null : sent.value.includes(shown.messageId);
      return known(clock.now() - answered, shown.customId === customId, sameId);
    }
    await new Promise<void>((settle) => clock.after(LOOK_MS, settle));
  }
  return known(null, false, null);
}
