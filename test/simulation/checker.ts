import type { Chronicle, Sent, Taken, Written } from './chronicle.ts';
import { WORDS } from './simBot.ts';

/** A promise that one run broke; empty lists are what is wanted. */
export interface Verdict {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly disordered: readonly string[];
  readonly overAPerson: readonly string[];
  readonly other: readonly string[];
}

/** What a customer said this long before a person came, ms, may be left to that person: a reply that still waited is dropped. */
const CROSSING_MS = 300_000;

/** What is marked as being sent stands in the account's line this long at most, ms. */
const IN_LINE_MS = 1_000;

export interface FinalState {
  /** What the engine set aside for people, by its own record: texts. */
  readonly aside: ReadonlySet<string>;
  /** Leads it gave to people because a message of theirs was under way at three ends of the process (P5). */
  readonly parked: ReadonlySet<number>;
  /** What it did not bring to an end. */
  readonly open: readonly string[];
}

/** Judges a run by what the customers saw; of the engine itself it asks only what it set aside for people. */
export function check(seen: Chronicle, final: FinalState): Verdict {
  const lost: string[] = [];
  const doubled = twice(seen.sent);
  const disordered: string[] = [];
  const overAPerson: string[] = [];
  for (const lead of new Set(seen.written.map((one) => one.lead))) {
    const written = seen.written.filter((one) => one.lead === lead);
    const sent = seen.sent.filter((one) => one.lead === lead);
    const taken = seen.taken.find((one) => one.lead === lead);
    const last = written.find(({ text }) => text === WORDS.hand || text === WORDS.wait);
    const answered: { readonly said: Written; readonly answer: Sent }[] = [];
    for (const said of written) {
      if (said.token === null) continue;
      const answers = sent.filter(({ text }) => names(text, said.token ?? ''));
      if (answers.length > 1) doubled.push(`${said.token}: ${String(answers.length)} answers`);
      const [answer] = answers;
      if (answer !== undefined) answered.push({ said, answer });
      else if (!final.aside.has(said.text) && !final.parked.has(lead) && !isForNobody(said, taken, last))
        lost.push(`${said.token} of ${String(lead)}`);
    }
    disordered.push(...inversions(answered));
    for (const one of sent)
      if (taken?.told != null && one.called > taken.told.order && one.calledAt > taken.told.at + IN_LINE_MS)
        overAPerson.push(`${String(lead)}: ${one.text}`);
  }
  return { lost, doubled, disordered, overAPerson, other: [...seen.broken, ...final.open] };
}

export function isWhole(verdict: Verdict): boolean {
  return Object.values(verdict).every((list: readonly string[]) => list.length === 0);
}

/** The text as a whole word: `c1n1` is not in `c1n10`. */
function names(text: string, token: string): boolean {
  return text.split(/[\s()]+/u).includes(token);
}

function twice(sent: readonly Sent[]): string[] {
  const counts = new Map<string, number>();
  for (const { customId } of sent) counts.set(customId, (counts.get(customId) ?? 0) + 1);
  return sent
    .filter(
      ({ customId }, index) =>
        (counts.get(customId) ?? 0) > 1 && sent.findIndex((one) => one.customId === customId) === index,
    )
    .map(({ lead, text }) => `${String(lead)}: ${text}`);
}

/** Written first, had by the engine first, and yet answered later. */
function inversions(answered: readonly { readonly said: Written; readonly answer: Sent }[]): string[] {
  return answered.flatMap(({ said, answer }, index) =>
    answered
      .slice(index + 1)
      .filter(
        (later) =>
          said.accepted !== null &&
          later.said.accepted !== null &&
          said.accepted < later.said.accepted &&
          later.answer.order < answer.order,
      )
      .map((later) => `${later.said.text} before ${said.text}`),
  );
}

/** Had a person the conversation, or was the bot not listening, when the engine came to these words? */
function isForNobody(said: Written, taken: Taken | undefined, last: Written | undefined): boolean {
  if (taken !== undefined && said.at >= taken.at - CROSSING_MS) return true;
  return last?.accepted != null && (said.accepted === null || said.accepted > last.accepted);
}
