/** A customer of the sandbox and the operator beside them, over its control API: what the page does by hand. */
export interface SandboxCustomer {
  readonly id: number;
  /** Id of the lead, as the engine knows it; null before the first message. */
  lead(): Promise<string | null>;
  writes(text: string): Promise<void>;
  /** What the bot and people have written to this customer, oldest first. */
  hears(): Promise<readonly string[]>;
  /** Name of the lead's status, null before the first message. */
  status(): Promise<string | null>;
  /** A manager moves the lead. */
  movedTo(status: string): Promise<void>;
  managerWrites(text: string): Promise<void>;
}

interface LeadView {
  readonly id: number;
  readonly customerId: number;
  readonly status: string | null;
}

/** `url` and `token` of a running sandbox. Throws if it answers with anything but success: the caller wrote the request. */
export function sandboxDesk(sandbox: { readonly url: string; readonly token: string }): {
  customer(name: string, channel?: string): Promise<SandboxCustomer>;
} {
  async function call(method: string, path: string, body?: unknown): Promise<unknown> {
    const reply = await fetch(`${sandbox.url}/sandbox/${path}`, {
      method,
      headers: { authorization: `Bearer ${sandbox.token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!reply.ok) throw new Error(`${method} ${path}: ${String(reply.status)} ${await reply.text()}`);
    return reply.json();
  }

  async function leadOf(customer: number): Promise<LeadView | undefined> {
    const leads = (await call('GET', 'leads')) as readonly LeadView[];
    return leads.findLast((lead) => lead.customerId === customer);
  }

  async function leadPath(customer: number): Promise<string> {
    const lead = await leadOf(customer);
    if (lead === undefined) throw new Error('this customer has not written yet');
    return `leads/${String(lead.id)}`;
  }

  return {
    async customer(name, channel) {
      const { id } = (await call('POST', 'customers', { name, ...(channel === undefined ? {} : { channel }) })) as {
        id: number;
      };
      return {
        id,
        async lead() {
          const lead = await leadOf(id);
          return lead === undefined ? null : String(lead.id);
        },
        writes: async (text) => {
          await call('POST', `customers/${String(id)}/messages`, { text });
        },
        async hears() {
          const messages = (await call('GET', `customers/${String(id)}/messages`)) as readonly {
            via: string;
            text: string;
          }[];
          return messages.filter((message) => message.via !== 'customer').map((message) => message.text);
        },
        status: async () => (await leadOf(id))?.status ?? null,
        movedTo: async (status) => {
          await call('PUT', await leadPath(id), { status });
        },
        managerWrites: async (text) => {
          await call('POST', `${await leadPath(id)}/messages`, { text });
        },
      };
    },
  };
}
