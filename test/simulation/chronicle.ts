import { createHash } from 'node:crypto';

/** A customer's message. `token` is a word that no other message has; null where no echo of it is expected. */
export interface Written {
  readonly messageId: number;
  readonly lead: number;
  readonly text: string;
  readonly token: string | null;
  readonly at: number;
  /** Moment in the order of things when the engine first said that it has it. */
  accepted: number | null;
}
/** A message of the bot, as the account took it. */
export interface Sent {
  readonly lead: number;
  readonly text: string;
  readonly customId: string;
  /** When the engine began the request. */
  readonly called: number;
  readonly calledAt: number;
  readonly order: number;
}
/** A person came into the conversation, by word or by status. `told`: when the engine acknowledged it. */
export interface Taken {
  readonly lead: number;
  readonly by: 'word' | 'status';
  readonly order: number;
  readonly at: number;
  told: { readonly order: number; readonly at: number } | null;
}

/** What happened in one run, as seen from outside the engine. */
export interface Chronicle {
  readonly written: Written[];
  readonly sent: Sent[];
  readonly taken: Taken[];
  /** What broke a promise at once. */
  readonly broken: string[];
  readonly faults: Map<string, number>;
  /** The next place in the order of things. */
  tick(): number;
  note(line: string): void;
  fault(kind: string): void;
  /** Of every line noted so far: the same seed must give the same. */
  digest(): string;
  /** The last lines, for a person who looks into a failing seed. */
  lines(): readonly string[];
}

export function chronicle(now: () => number, keepsLines: boolean): Chronicle {
  const hash = createHash('sha1');
  const faults = new Map<string, number>();
  const lines: string[] = [];
  let order = 0;
  return {
    written: [],
    sent: [],
    taken: [],
    broken: [],
    faults,
    tick: () => (order += 1),
    note(line) {
      const whole = `${String(now())} ${line}`;
      hash.update(`${whole}\n`);
      if (keepsLines) lines.push(whole);
    },
    fault(kind) {
      faults.set(kind, (faults.get(kind) ?? 0) + 1);
    },
    digest: () => hash.copy().digest('hex'),
    lines: () => lines,
  };
}
