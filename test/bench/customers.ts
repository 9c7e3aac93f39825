import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import type { EngineProcess } from './engineProcess.ts';
import type { FakeAccount } from './fakeAccount.ts';

/** Customers who write to an engine's webhook, and what came of it. Waits are in ms. */
export interface Customers {
  /** One writes, and gets an answer. */
  turn(lead: number, text: string): Promise<void>;
  /** `inFlight` of the leads 1 to `leads` write at a time, until `ms` are over. Value: turns. */
  pour(load: { readonly leads: number; readonly inFlight: number; readonly ms: number }): Promise<number>;
  /** So many begin to write every second, whatever became of those before. Value: turns. */
  steady(load: { readonly leads: number; readonly perSecond: number; readonly ms: number }): Promise<number>;
  /** From the message to the first answer; emptied by `take`. */
  readonly waits: Waits;
  /** From the post to the webhook's 200. */
  readonly answers: Waits;
  close(): void;
}

export interface Waits {
  add(ms: number): void;
  /** Sorted; begins anew. */
  take(): readonly number[];
}

function waits(): Waits {
  let list: number[] = [];
  return {
    add: (ms) => void list.push(ms),
    take() {
      const taken = list.toSorted((a, b) => a - b);
      list = [];
      return taken;
    },
  };
}

export function customers(account: FakeAccount, engine: EngineProcess): Customers {
  // The webhook's listener lets in fifty at a time.
  const agent = new Agent({ keepAlive: true, maxSockets: 40 });
  const open = new Map<string, { readonly since: number; readonly answered: () => void }>();
  const replies = waits();
  const answers = waits();
  let message = 1;
  let closed = false;
  // A greeting is two messages; only the first after a question counts.
  account.onSend = (lead, at) => {
    const waiting = open.get(lead);
    if (waiting === undefined) return;
    open.delete(lead);
    replies.add(at - waiting.since);
    waiting.answered();
  };

  function turn(lead: number, text: string): Promise<void> {
    const since = performance.now();
    const replied = new Promise<void>((answered) => open.set(String(lead), { since, answered }));
    post(account.writes(lead, message++, text), since);
    return replied;
  }

  function post(body: string, since: number): void {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request(engine.first.webhookUrl, { method: 'POST', agent, headers }, (reply) => {
      if (reply.statusCode !== 200) throw new Error(`webhook answered ${String(reply.statusCode)}`);
      answers.add(performance.now() - since);
      reply.resume();
    });
    // A sender whose idle connection was closed to make room comes again, as any does; the wait goes on.
    sent.on('error', () => {
      if (!closed) post(body, since);
    });
    sent.end(body);
  }

  return {
    turn,
    waits: replies,
    answers,
    async pour({ leads, inFlight, ms }) {
      const end = performance.now() + ms;
      let turns = 0;
      const worker = async (first: number): Promise<void> => {
        for (let lead = first; performance.now() < end; lead = lead + inFlight > leads ? first : lead + inFlight) {
          await turn(lead, '2');
          turns += 1;
        }
      };
      await Promise.all(Array.from({ length: inFlight }, (_, index) => worker(index + 1)));
      return turns;
    },
    async steady({ leads, perSecond, ms }) {
      const began = performance.now();
      const running: Promise<void>[] = [];
      const all = Math.floor((perSecond * ms) / 1_000);
      for (let sent = 0; sent < all;) {
        const due = Math.min(all, Math.floor(((performance.now() - began) / 1_000) * perSecond));
        for (; sent < due; sent += 1) {
          const lead = (sent % leads) + 1;
          if (!open.has(String(lead))) running.push(turn(lead, '2'));
        }
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      await Promise.all(running);
      return running.length;
    },
    close() {
      closed = true;
      agent.destroy();
    },
  };
}

/** What a process has used of the processor, in µs; on other systems than Linux nobody tells. */
export function processorTime(pid: number | undefined): number {
  if (process.platform !== 'linux' || pid === undefined) return Number.NaN;
  const fields =
    readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
      .split(') ')[1]
      ?.split(' ') ?? [];
  // Clock ticks of user and kernel; a tick is 10 ms wherever Linux runs on a PC.
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}
