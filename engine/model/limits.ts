/** Every bound of the engine in one place, each with its reason. Times in milliseconds, sizes in characters or bytes. */
export const LIMITS = {
  /** A loop without a wait is stopped here and the lead is handed over (product.md, rule 9). */
  nodeVisitsPerTurn: 100,
  /** More than this in one turn is a runaway flow, not a conversation (reliability.md, 5). */
  messagesPerTurn: 20,
  /** goflow's figure: a rendered template never grows past it. */
  templateCharacters: 10_000,
  /** The shortest wait there is (ux.md, 5.7): one of nothing, in a circle, would write to a customer without end. */
  shortestTimerMs: 1_000,
  /** Later than that nobody waits, and no clock of the system counts for ever. */
  longestTimerMs: 366 * 86_400_000,
  /** Nobody tries a longer wait than a century; and no clock counts past the year 9999, where four digits end. */
  longestAdvanceMs: 36_525 * 86_400_000,
  lastMoment: Date.UTC(9_999, 11, 30),
  /** Timers that go off while time passes in a tried conversation; a month of hourly reminders is 720. */
  timersPerAdvance: 2_000,
  /** What a customer can put in one message and the bot will read; the rest is cut. */
  messageCharacters: 4_000,
  /** One variable; goflow keeps 640, addresses and free answers need more. */
  valueCharacters: 2_000,
  /** Messages kept while a status change is under way; beyond it the oldest are joined. */
  deferredMessages: 20,
  /** Sub-flows inside one another. */
  callDepth: 10,
  /** What is kept of a reply to an HTTP node: enough for a list of orders, little enough for a record that replays. */
  httpReplyCharacters: 64_000,
  /** Requests of authors under way at the same time, over all leads. */
  parallelRequests: 64,
  /** Operations of one expression; goflow and reliability.md, 4.7. */
  expressionOperations: 10_000,
  expressionCharacters: 1_000,
  /** Depth of remembered parent menus. */
  menuDepth: 20,
  /** Trace entries kept for a turn. */
  traceEntries: 300,
  /** Nine digits on a phone: one key an option. */
  optionsPerPage: 9,
  optionsPerMenu: 99,
  /** A menu text longer than this is not repeated word for word (product.md, rule 3). */
  longMenuCharacters: 200,
  botFileBytes: 20 * 1024 * 1024,
  /** Values inside values; the deepest an honest file has are a sample reply's, and few servers nest past twenty. */
  botFileDepth: 64,
  /** In any one list or map. A list of twenty thousand goods is still looked through in a moment, as an answer is. */
  botFileItems: 20_000,
  /** In a whole bot: six times what its canvas is made for. */
  botNodes: 20_000,
  botFlows: 1_000,
  /** Steps of undo kept with a draft: two hundred for each of twenty flows. */
  draftSteps: 4_000,
  /** What they may weigh together, as text; beyond it the oldest are forgotten. */
  draftStepsCharacters: 8 * 1024 * 1024,
  webhookBodyBytes: 256 * 1024,
  webhookDepth: 32,
  /**
   * Beyond it one is cut for each that comes, and whoever is slow on purpose comes back at once: with 50, two hundred of those
   * cost seven times the processor time that they cost while they are left to run into their timeout.
   */
  webhookConnections: 256,
  requestBytes: 32 * 1024 * 1024,
  /** Attempts at one effect before the failure is told (about two minutes with the back-off below). */
  outboxAttempts: 6,
  outboxBackoffMs: [500, 1_000, 2_000, 5_000, 15_000, 60_000],
  /** A message that killed the process this often is parked and people are told (reliability.md, P5). */
  inboxAttempts: 3,
  /** More unanswered messages of one customer are a flood: no person waits for as many replies (reliability.md, 5). */
  floodMessages: 50,
  /** As many within this time are one too, however fast they were answered. */
  floodWithinMs: 10_000,
  /** A flood is over when nothing came for so long; then the newest of it is answered, */
  floodQuietMs: 3_000,
  /** and while it goes on the newest is answered this seldom. */
  floodLongestMs: 60_000,
  httpTimeoutMs: 15_000,
  /** Leads whose events run at the same time. */
  parallelLeads: 32,
  /** Inbox rows and traces are kept this long: longer than any known retry of a sender. */
  keepDays: 90,
  /** Texts that were not understood, kept per bot: more than anybody sorts, and grouped in about a second. */
  unrecognisedPerBot: 5_000,
  /** Of one of them: nobody's phrase is longer. */
  unrecognisedCharacters: 300,
  /** Copies by the day: a mistake is often noticed only after the weekend. */
  dailyBackups: 7,
  /** Copies that people made themselves; the oldest goes when there are more. */
  manualBackups: 20,
  /** Dropped when the disk is full, so that what has begun can be finished and old rows deleted (reliability.md, 2.1). */
  ballastBytes: 16 * 1024 * 1024,
  /** With less than this a full disk counts as full still: a few minutes of work for a busy shop. */
  diskRoomBytes: 64 * 1024 * 1024,
  /** From here on people are warned (reliability.md, 2.1). */
  diskLowBytes: 200 * 1024 * 1024,
  /** Weights of a sentence encoder: nine times those of the one we know, and still less than an engine may hold. */
  encoderBytes: 256 * 1024 * 1024,
  /** What describes them, and its words. */
  encoderTextBytes: 16 * 1024 * 1024,
  /** Vectors of phrases kept on disk, 2 KB each: the phrases of a dozen large bots. */
  keptVectors: 20_000,
} as const;
