/** Every bound of the sandbox with its reason. */
export const limits = {
  /** JSON bodies. The longest real call (send with an attachment object) is a few kilobytes. */
  bodyBytes: 1024 * 1024,
  /** Uploads and a customer's file; messengers take 16–100 MB, a local imitation needs less. */
  fileBytes: 16 * 1024 * 1024,
  /** Files kept; the oldest link then expires, as links of real channels do. */
  files: 200,
  /** Hooks per account (umnico-api.md 1.5). */
  webhooks: 10,
  /** Lead lists: default and largest page (umnico-api.md 1.4). */
  leadPage: 50,
  leadPageMax: 200,
  /** Messages in one history page. */
  historyPage: 20,
  /** Recorded requests and deliveries are for people and tests to read, not an archive. */
  requestLog: 5000,
  deliveryLog: 2000,
  /** Undelivered events per hook; beyond it the oldest are lost, as with a hook that was off. */
  queue: 10_000,
  textLength: 10_000,
  nameLength: 200,
  tagsPerLead: 50,
  /** Changes reach the file this long after the first one that is not in it. */
  saveDelayMs: 150,
  /** How long close() lets deliveries that have begun, and requests, come to their end. */
  closeGraceMs: 3000,
  /** A "hanging" answer is let go after this, so that a client without a timeout is not held for ever. */
  hangMs: 120_000,
  /** How long a lone event waits for a second one to change places with. */
  reorderWaitMs: 250,
  /** Ping of the live stream, below the idle limits of browsers and proxies. */
  streamPingMs: 15_000,
} as const;
