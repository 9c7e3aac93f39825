import { z } from 'zod';
import { fail, ok, type Result } from '../model/result.ts';
import type { Chance } from '../ports/chance.ts';
import type { CrmEvent } from '../ports/crmEvent.ts';
import type { Store } from '../ports/store.ts';
import type { Thread } from '../ports/thread.ts';
import { oneAtATime } from './oneAtATime.ts';

type Message = Extract<CrmEvent, { type: 'message' }>;

/** The people who try a bot out before customers meet it. Each account has its own: ids mean nothing in another one. */
export interface Testers {
  view(): TestersView;
  has(lead: string): boolean;
  /** Undefined = every lead is one. */
  leads(): readonly string[] | undefined;
  /** A message came: whoever wrote it may be one of them, under a lead not seen yet, or by the word that is waited for. */
  meet(event: Message): Promise<Result<void>>;
  /** Would it be met? Nothing is kept: a webhook alone proves nobody's number. */
  mayMeet(event: Message): boolean;
  change(change: TestersChange): Promise<Result<void>>;
  /** What is stored was changed by another way. */
  readAgain(): void;
}

export interface TestersView {
  readonly everyone: boolean;
  /** Is it a sandbox, where everyone may be one? */
  readonly mayBeEveryone: boolean;
  readonly contacts: readonly { readonly id: string; readonly name: string; readonly login: string }[];
  /** Whoever writes this is taken in. */
  readonly word: string | null;
}

export type TestersChange =
  | { readonly op: 'addLead'; readonly lead: string }
  | { readonly op: 'addLogin'; readonly login: string }
  | { readonly op: 'remove'; readonly id: string }
  | { readonly op: 'everyone'; readonly on: boolean }
  | { readonly op: 'word'; readonly on: boolean; readonly language: 'ru' | 'en' };

export interface TestersDeps {
  readonly store: Store;
  readonly chance: Chance;
  readonly account: () => string | null;
  readonly isSandbox: () => boolean;
  readonly onChange: () => void;
}

const MOST_CONTACTS = 100;
/** A customer begins a lead anew now and then: the newest ones are enough. */
const MOST_PLACES = 20;
const contactSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Phone or nickname, folded; empty = known by leads and threads alone. */
  login: z.string(),
  leads: z.array(z.string()),
  threads: z.array(z.string()),
});
type Contact = z.infer<typeof contactSchema>;
const storedSchema = z.object({
  everyone: z.boolean().nullable(),
  contacts: z.array(contactSchema),
  word: z.string().nullable(),
});
type Stored = z.infer<typeof storedSchema>;
const NOBODY: Stored = { everyone: null, contacts: [], word: null };
const WORDS = { ru: 'тест', en: 'test' };

export function createTesters({ store, chance, account, isSandbox, onChange }: TestersDeps): Testers {
  let known: { readonly account: string | null; readonly stored: Stored; readonly leads: ReadonlySet<string> } | null =
    null;

  const inOrder = oneAtATime();
  const keyOf = (of: string): string => `testers:${of}`;

  function present(): NonNullable<typeof known> {
    const of = account();
    if (known?.account !== of) {
      const stored = of === null ? NOBODY : storedSchema.catch(NOBODY).parse(store.read.setting(keyOf(of)));
      known = { account: of, stored, leads: leadsOf(stored) };
    }
    return known;
  }

  async function save(stored: Stored): Promise<Result<void>> {
    const of = account();
    if (of === null) return fail({ code: 'notConnected' });
    const done = await store.write((writer) => writer.putSetting(keyOf(of), stored));
    if (!done.ok) return done;
    known = { account: of, stored, leads: leadsOf(stored) };
    onChange();
    return ok(undefined);
  }

  /** In a sandbox nobody is real: everyone is a test contact until somebody is chosen. */
  const everyone = (): boolean => isSandbox() && (present().stored.everyone ?? true);

  function add(contact: Omit<Contact, 'id'>): Promise<Result<void>> {
    const { stored } = present();
    const { contacts } = stored;
    const same = contacts.find(
      (other) =>
        (contact.login !== '' && other.login === contact.login) ||
        contact.leads.some((lead) => other.leads.includes(lead)) ||
        contact.threads.some((thread) => other.threads.includes(thread)),
    );
    if (same === undefined && contacts.length >= MOST_CONTACTS)
      return Promise.resolve(fail({ code: 'badRequest', at: 'contacts', problem: `at most ${String(MOST_CONTACTS)}` }));
    const next =
      same === undefined
        ? [...contacts, { id: chance.secret(40), ...contact }]
        : contacts.map((other) => (other === same ? joined(other, contact) : other));
    return save({ ...stored, contacts: next });
  }

  function contactIn({ contacts }: Stored, event: Message): Contact | undefined {
    const seen = seenIn(event);
    const logins = [seen.login, foldLogin(event.customer.phone ?? '')].filter((login) => login !== '');
    return contacts.find(
      (contact) =>
        logins.includes(contact.login) ||
        seen.leads.some((lead) => contact.leads.includes(lead)) ||
        seen.threads.some((thread) => contact.threads.includes(thread)),
    );
  }

  async function meet(event: Message): Promise<Result<void>> {
    const { stored } = present();
    const seen = seenIn(event);
    const { word } = stored;
    if (word !== null && foldWord(event.text) === foldWord(word)) {
      const cleared = await save({ ...stored, word: null });
      return cleared.ok ? add(seen) : cleared;
    }
    const found = contactIn(stored, event);
    if (found === undefined) return ok(undefined);
    const isNew =
      seen.leads.some((lead) => !found.leads.includes(lead)) ||
      seen.threads.some((thread) => !found.threads.includes(thread));
    if (!isNew) return ok(undefined);
    const contacts = stored.contacts.map((contact) => (contact === found ? joined(found, seen) : contact));
    return save({ ...stored, contacts });
  }

  async function make(change: TestersChange): Promise<Result<void>> {
    const { stored } = present();
    switch (change.op) {
      case 'addLead': {
        const session = store.read.session(change.lead);
        if (session === null) return fail({ code: 'notFound', what: 'lead', id: change.lead });
        const { customer } = session.state;
        const login = foldLogin(customer.phone ?? '');
        return add({ name: customer.name ?? '', login, leads: [change.lead], threads: threadsOf(session.thread) });
      }
      case 'addLogin': {
        const login = foldLogin(change.login);
        if (login === '')
          return fail({ code: 'badRequest', at: 'login', problem: 'a phone or a nickname is expected' });
        return add({ name: '', login, leads: [], threads: [] });
      }
      case 'remove':
        return save({ ...stored, contacts: stored.contacts.filter((contact) => contact.id !== change.id) });
      case 'everyone':
        return save({ ...stored, everyone: change.on });
      case 'word':
        return save({ ...stored, word: change.on ? `${WORDS[change.language]} ${digits(chance.seed())}` : null });
    }
  }

  return {
    view() {
      const { contacts, word } = present().stored;
      return {
        everyone: everyone(),
        mayBeEveryone: isSandbox(),
        contacts: contacts.map(({ id, name, login }) => ({ id, name, login })),
        word,
      };
    },
    has: (lead) => everyone() || present().leads.has(lead),
    leads: () => (everyone() ? undefined : [...present().leads]),
    async meet(event) {
      const { contacts, word } = present().stored;
      // Most of what comes is from strangers: it waits for nobody.
      if (event.comment || event.group || (contacts.length === 0 && word === null)) return ok(undefined);
      return inOrder(() => meet(event));
    },
    mayMeet(event) {
      const { stored } = present();
      if (event.comment || event.group) return false;
      const isWord = stored.word !== null && foldWord(event.text) === foldWord(stored.word);
      return isWord || contactIn(stored, event) !== undefined;
    },
    change: (change) => inOrder(() => make(change)),
    readAgain() {
      known = null;
    },
  };
}

function leadsOf({ contacts }: Stored): ReadonlySet<string> {
  return new Set(contacts.flatMap((contact) => contact.leads));
}

function seenIn({ thread, customer, login }: Message): Omit<Contact, 'id'> {
  return {
    name: customer.name ?? '',
    login: foldLogin(customer.phone ?? login ?? ''),
    leads: [thread.lead],
    threads: threadsOf(thread),
  };
}

/** A thread outlives its leads. */
function threadsOf({ source, integration }: Thread): string[] {
  return source === '' ? [] : [`${integration ?? ''}/${source}`];
}

function joined(contact: Contact, seen: Omit<Contact, 'id'>): Contact {
  const last = (before: readonly string[], more: readonly string[]): string[] =>
    [...new Set([...before, ...more])].slice(-MOST_PLACES);
  return {
    ...contact,
    name: seen.name === '' ? contact.name : seen.name,
    login: contact.login === '' ? seen.login : contact.login,
    leads: last(contact.leads, seen.leads),
    threads: last(contact.threads, seen.threads),
  };
}

/** «+7 (999) 111-22-33» and «79991112233» are one number, «@Anna» and «anna» one nickname. */
function foldLogin(text: string): string {
  const bare = text.trim().replace(/^@/u, '').toLowerCase();
  if (/^[+\d\s().-]+$/u.test(bare)) return bare.replace(/\D/gu, '').replace(/^8(?=\d{10}$)/u, '7');
  return bare;
}

function foldWord(text: string): string {
  return text.trim().toLowerCase().replaceAll(/\s+/gu, ' ');
}

function digits(seed: number): string {
  return String(seed % 10_000).padStart(4, '0');
}
