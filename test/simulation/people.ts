import { STATUSES, type SimAccount, type SimLead } from './account.ts';
import type { Chronicle, Taken, Written } from './chronicle.ts';
import type { HookSender } from './hookSender.ts';
import type { Random } from './random.ts';
import { WORDS } from './simBot.ts';
import type { VirtualTime } from './virtualTime.ts';
import { messageBody, statusBody } from './wire.ts';

export interface PeopleDeps {
  readonly time: VirtualTime;
  readonly random: Random;
  readonly seen: Chronicle;
  readonly account: SimAccount;
  readonly sender: HookSender;
}

/** How one customer talks: the whole of it is laid out before it begins. */
export interface Talk {
  /** Ms from the beginning of the run to each line, and what it is; null = a word of its own. */
  readonly lines: readonly { readonly at: number; readonly says: string | null }[];
  /** When a manager comes in, and how; null = nobody does. */
  readonly taken: { readonly at: number; readonly by: 'word' | 'status' } | null;
}

/** Pauses between the lines of a person: an album's, a typist's, a thinker's. */
const PAUSES = [
  [20, 300],
  [1_000, 9_000],
  [1_000, 9_000],
  [20_000, 90_000],
] as const;

export function drawTalk(random: Random): Talk {
  const lines: { at: number; says: string | null }[] = [];
  let at = random.int(0, 20_000);
  const count = random.int(2, 5);
  for (let line = 0; line < count; line += 1) {
    const isCommand = line > 0 && random.chance(0.2);
    lines.push({ at, says: isCommand ? random.pick([WORDS.order, WORDS.fetch]) : null });
    const [least, most] = random.pick(PAUSES);
    at += random.int(least, most);
  }
  // Nothing after these is echoed for a while, so they end a talk.
  if (random.chance(0.25)) lines.push({ at, says: random.pick([WORDS.wait, WORDS.hand]) });
  const taken = random.chance(0.15)
    ? { at: random.int(1_000, Math.max(2_000, at)), by: random.pick(['word', 'status'] as const) }
    : null;
  return { lines, taken };
}

/** Puts a talk on the clock. Value: when its last line is said, ms from now. */
export function play(name: string, talk: Talk, deps: PeopleDeps): number {
  const { time, seen, account, sender } = deps;
  let lead: SimLead | null = null;
  for (const [index, line] of talk.lines.entries()) {
    time.after(
      line.at,
      () => {
        lead ??= account.newLead(name);
        const token = line.says === null ? `${name}n${String(index)}` : null;
        write(lead, line.says ?? token ?? '', token, deps);
      },
      null,
    );
  }
  const { taken } = talk;
  if (taken !== null)
    time.after(
      taken.at,
      () => {
        // Before the bot has said a word it cannot be told from the account's own greeting.
        if (lead?.messages.some(({ by }) => by === 'bot') !== true) return;
        seen.note(`manager ${String(lead.id)} ${taken.by}`);
        const entry: Taken = { lead: lead.id, by: taken.by, order: seen.tick(), at: time.now(), told: null };
        seen.taken.push(entry);
        const told = (): void => void (entry.told ??= { order: seen.tick(), at: time.now() });
        seen.fault(taken.by === 'word' ? 'managerWrote' : 'managerMoved');
        if (taken.by === 'word') {
          const said = account.say(lead, { by: 'manager', text: 'Сейчас отвечу', customId: null }, time.now(), 0);
          sender.emit(lead.id, messageBody(lead, said), told);
        } else {
          lead.statusId = STATUSES[1].id;
          sender.emit(lead.id, statusBody(lead), told);
        }
      },
      null,
    );
  return Math.max(...talk.lines.map(({ at }) => at), taken?.at ?? 0);
}

function write(lead: SimLead, text: string, token: string | null, { time, seen, account, sender }: PeopleDeps): void {
  const said = account.say(lead, { by: 'customer', text, customId: null }, time.now(), 0);
  const entry: Written = { messageId: said.id, lead: lead.id, text, token, at: said.at, accepted: null };
  seen.written.push(entry);
  seen.note(`said ${String(lead.id)} ${text}`);
  sender.emit(lead.id, messageBody(lead, said), () => {
    entry.accepted ??= seen.tick();
  });
}
