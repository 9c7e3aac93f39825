import { startSandbox } from '../../engine/sandbox/startSandbox.ts';

/**
 * The fault-injecting Umnico in a process of its own, so that a busy engine cannot slow it: faults as the promise names
 * them (reliability.md, 0.2). Started with an IPC channel: `{ ask: 'report' }` is answered with a `Report`, `{ ask: 'calm' }`
 * ends the faults.
 */
export interface Report {
  /** What went out to customers by the API, oldest first. */
  readonly sent: readonly { readonly lead: number; readonly text: string; readonly customId: string | null }[];
  readonly faults: Readonly<Record<string, number>>;
  readonly attempts: number;
}
export interface Address {
  readonly url: string;
  readonly apiUrl: string;
  readonly token: string;
}

const COUNT_MS = 200;

const sandbox = await startSandbox({
  port: 0,
  language: 'en',
  seed: Number(process.argv[2] ?? 1),
  faults: {
    duplicateEveryNth: 6,
    tooManyRequests: 0.05,
    retryAfterSeconds: 1,
    serverErrors: 0.03,
    lostRequests: 0.02,
    sendFailAfterDelivery: 0.04,
    historyLagMs: 400,
  },
  // A sender that never gives up: what it gave up would come by the history, and out of its order.
  delivery: { retries: 1_000, backoffMs: 50, disableAfter: 100_000 },
});

const faults: Record<string, number> = {};
let requestsRead = 0;
let deliveriesRead = 0;
const add = (kind: string): void => void (faults[kind] = (faults[kind] ?? 0) + 1);
/** Both logs are short: they are read before they forget. */
function count(): void {
  for (const { n, fault } of sandbox.requests.since(requestsRead + 1)) {
    requestsRead = n;
    if (fault !== null) add(fault);
  }
  const seen = new Map<string, number>();
  for (const delivery of sandbox.deliveries(deliveriesRead + 1)) {
    deliveriesRead = delivery.n;
    if (delivery.status === 0) add('nobodyListened');
    const key = `${delivery.type}:${String(delivery.messageSeq)}`;
    if (delivery.outcome !== 'delivered' || delivery.messageSeq === null) continue;
    seen.set(key, (seen.get(key) ?? 0) + 1);
    if (seen.get(key) === 2) add('redelivered');
  }
}
setInterval(count, COUNT_MS).unref();

function report(): Report {
  count();
  const sent = [...sandbox.world.messages.values()]
    .filter(({ via }) => via === 'api')
    .map(({ leadId, text, customId }) => ({ lead: leadId, text, customId }));
  return { sent, faults, attempts: requestsRead };
}

process.on('message', (message: { readonly ask: 'report' | 'calm' }) => {
  if (message.ask === 'calm')
    Object.assign(sandbox.core.faults, {
      duplicateEveryNth: 0,
      tooManyRequests: 0,
      serverErrors: 0,
      lostRequests: 0,
      sendFailAfterDelivery: 0,
    });
  else process.send?.(report());
});
process.on('disconnect', () => void sandbox.close().then(() => process.exit(0)));
const { url, apiUrl, token } = sandbox;
process.send?.({ url, apiUrl, token } satisfies Address);
