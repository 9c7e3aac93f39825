import { create } from 'zustand';
import type { Fault } from '../../engine/model/fault.ts';
import type { Result } from '../../engine/model/result.ts';
import type { EngineStatus } from '../../engine/protocol/engineView.ts';
import type { LiveSession } from '../../engine/protocol/liveViews.ts';
import type { Push, Reply } from '../../engine/protocol.ts';
import { call, type Connection, onConnection, onPush } from '../bridge.ts';

export type BotRow = Reply<'bots.list'>['bots'][number];
export type EngineConnection = EngineStatus['connection'];

/** What is read from the engine as a whole. */
export type EngineList = 'status' | 'bots' | 'sessions';

export interface EngineState {
  /** Of this window to the engine; the engine's own to the CRM is `status.connection`. */
  readonly link: Connection;
  /** Epoch ms since when the link is lost. */
  readonly lostAt: number | null;
  /** Epoch ms since when the engine does not reach the CRM; null = it does. */
  readonly downAt: number | null;
  /** Why the engine does not answer at all: it could not start, or is being started again. */
  readonly fault: Fault | null;
  /** Why a list could not be read, though the engine answers. */
  readonly faults: Partial<Readonly<Record<EngineList, Fault>>>;
  /** Null until the first answer. */
  readonly status: EngineStatus | null;
  readonly bots: readonly BotRow[] | null;
  /** Newest first. */
  readonly sessions: readonly LiveSession[] | null;
  readonly sessionsTotal: number;
}

export const SESSIONS_SHOWN = 500;

/** Nothing asked of the engine would be answered now. */
export function isEngineGone({ link, fault }: EngineState): boolean {
  return link === 'lost' || link === 'refused' || fault !== null;
}

const NOTHING: EngineState = {
  link: 'connecting',
  lostAt: null,
  downAt: null,
  fault: null,
  faults: {},
  status: null,
  bots: null,
  sessions: null,
  sessionsTotal: 0,
};

/** What the engine says, kept fresh by its pushes. Nothing in here is made up by the window. */
export const useEngine = create<EngineState>(() => NOTHING);

/** Starts listening; once, when the window opens. Value: stops. */
export function followEngine(now: () => number = Date.now): () => void {
  useEngine.setState(NOTHING);
  const clock = (): void => {
    const { status, downAt } = useEngine.getState();
    const isDown = status?.connection.state === 'failed';
    if (isDown !== (downAt !== null)) useEngine.setState({ downAt: isDown ? now() : null });
  };
  const stops = [
    useEngine.subscribe(clock),
    followNetwork(),
    onPush(take),
    onConnection((link) => {
      const lostAt = link === 'lost' ? (useEngine.getState().lostAt ?? now()) : null;
      useEngine.setState({ link, lostAt });
      if (link === 'open') void refreshAll();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** The computer lost its network, or has it again: the engine looks at once, not at its next round. */
function followNetwork(): () => void {
  const look = (): void => {
    if (useEngine.getState().status?.connection.kind === 'umnico') void call('connection.refresh', {});
  };
  window.addEventListener('offline', look);
  window.addEventListener('online', look);
  return () => {
    window.removeEventListener('offline', look);
    window.removeEventListener('online', look);
  };
}

function take(push: Push): void {
  if (push.push === 'status') useEngine.setState({ status: push.status });
  // Said also when the engine process went down or came back: then everything may have changed.
  if (push.push === 'bots') void (useEngine.getState().fault === null ? refreshBots() : refreshAll());
  if (push.push === 'session') takeSession(push.session);
  if (push.push === 'queues') takeQueues(push.queues);
}

function takeQueues(queues: EngineStatus['queues']): void {
  const { status } = useEngine.getState();
  if (status === null) return;
  useEngine.setState({ status: { ...status, queues } });
  // A message that cannot be dealt with is put aside without a word about its conversation.
  if (stuckIn(queues) !== stuckIn(status.queues)) void refreshSessions();
}

function stuckIn({ inboxParked, inboxAway }: EngineStatus['queues']): number {
  return inboxParked - inboxAway;
}

function takeSession(session: LiveSession): void {
  const { sessions, sessionsTotal } = useEngine.getState();
  if (sessions === null) return; // the list that is on its way will have it
  const others = sessions.filter((other) => other.lead !== session.lead);
  const isNew = others.length === sessions.length;
  useEngine.setState({
    sessions: [session, ...others].sort((a, b) => b.updatedAt - a.updatedAt),
    sessionsTotal: sessionsTotal + (isNew ? 1 : 0),
  });
}

export async function refreshAll(): Promise<void> {
  await Promise.all([refreshStatus(), refreshBots(), refreshSessions()]);
}

export async function refreshStatus(): Promise<void> {
  const reply = await call('engine.status', {});
  useEngine.setState(reply.ok ? { status: reply.value, fault: null } : { fault: reply.fault });
}

export async function refreshBots(): Promise<void> {
  const reply = await call('bots.list', {});
  if (reply.ok) useEngine.setState({ bots: reply.value.bots });
  setListFault('bots', reply);
}

export async function refreshSessions(): Promise<void> {
  const reply = await call('live.list', { limit: SESSIONS_SHOWN });
  if (reply.ok) useEngine.setState({ sessions: reply.value.sessions, sessionsTotal: reply.value.total });
  setListFault('sessions', reply);
}

function setListFault(list: EngineList, reply: Result<unknown>): void {
  const { [list]: _, ...others } = useEngine.getState().faults;
  // That the engine is gone is not this list's own trouble.
  const own = reply.ok || reply.fault.code === 'engineGone' ? {} : { [list]: reply.fault };
  useEngine.setState({ faults: { ...others, ...own } });
}

/** A reply that carries the connection is newer than the last push. */
export function takeConnection(connection: EngineConnection): void {
  const { status } = useEngine.getState();
  if (status !== null) useEngine.setState({ status: { ...status, connection } });
}
