/** What the simulated Umnico knows: people, leads, what was said. Shapes over the wire are `wire.ts`. */
export interface SimMessage {
  readonly id: number;
  readonly lead: number;
  readonly at: number;
  readonly by: 'customer' | 'bot' | 'manager';
  readonly text: string;
  readonly customId: string | null;
  /** From when on the history shows it. */
  readonly visibleAt: number;
}
export interface SimLead {
  readonly id: number;
  readonly realId: number;
  readonly name: string;
  readonly messages: SimMessage[];
  statusId: number;
  userId: number | null;
  details: string;
  amount: number | null;
  tags: string[];
}
export interface SimHook {
  readonly id: number;
  readonly url: string;
  readonly name: string;
  status: 0 | 1;
  failures: number;
}
export interface SimAccount {
  readonly leads: Map<number, SimLead>;
  readonly hooks: Map<number, SimHook>;
  newLead(name: string): SimLead;
  newHook(url: string, name: string): SimHook;
  /** Moments never repeat within a lead, as on a real channel with milliseconds. */
  say(lead: SimLead, said: Pick<SimMessage, 'by' | 'text' | 'customId'>, now: number, lagMs: number): SimMessage;
}

export const ACCOUNT = 4100;
export const INTEGRATION = 77;
export const MANAGER = 501;
export const STATUSES = [
  { id: 11, name: 'Первичное касание', type: 'primary' },
  { id: 12, name: 'Диалог с оператором', type: 'regular' },
  { id: 13, name: 'Хочу заказать', type: 'regular' },
] as const;

export function simAccount(): SimAccount {
  const leads = new Map<number, SimLead>();
  const hooks = new Map<number, SimHook>();
  let lastId = 1_000;
  let lastMessage = 0;
  return {
    leads,
    hooks,
    newLead(name) {
      lastId += 1;
      const lead: SimLead = {
        id: lastId,
        realId: lastId + 500_000,
        name,
        messages: [],
        statusId: STATUSES[0].id,
        userId: null,
        details: '',
        amount: null,
        tags: [],
      };
      leads.set(lead.id, lead);
      return lead;
    },
    newHook(url, name) {
      lastId += 1;
      const hook: SimHook = { id: lastId, url, name, status: 1, failures: 0 };
      hooks.set(hook.id, hook);
      return hook;
    },
    say(lead, said, now, lagMs) {
      lastMessage += 1;
      const at = Math.max(now, (lead.messages.at(-1)?.at ?? 0) + 1);
      const message: SimMessage = { ...said, id: lastMessage, lead: lead.id, at, visibleAt: at + lagMs };
      lead.messages.push(message);
      return message;
    },
  };
}
