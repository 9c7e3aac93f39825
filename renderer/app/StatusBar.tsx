import { CircleAlert, type LucideIcon, Moon, Unplug } from 'lucide-react';
import type { EngineStatus } from '../../engine/protocol/engineView.ts';
import type { Connection } from '../bridge.ts';
import { useCopy } from '../copy/useCopy.ts';
import { classes } from '../ui/classes.ts';
import { useEngine } from './engine.ts';
import { needYou } from '../live/needYou.ts';
import { usePreferences } from './preferences.ts';
import { type LiveView, navigate, useRoute } from './route.ts';
import { timeOf } from './times.ts';
import { useNow } from './useNow.ts';
import { EditorStatus } from './EditorStatus.tsx';
import styles from './StatusBar.module.css';

type Tone = 'off' | 'good' | 'busy' | 'bad';

/** Left: the workspace (connection, statuses, bot). Right: what is on the screen (problems, saved). */
export function StatusBar() {
  const t = useCopy('app');
  const link = useEngine((state) => state.link);
  const status = useEngine((state) => state.status);
  // Before the first bot there is nothing to be a draft.
  const hasBot = useEngine((state) => state.bots?.length !== 0);
  const screen = useRoute((state) => state.route.screen);
  const { tone, key } = connectionState(link, status);
  const linked = status?.statusesLinked;
  return (
    <footer className={styles.bar} data-region="statusbar" data-testid="status-bar" aria-label={t('statusBar')}>
      <button type="button" className={styles.item} onClick={() => navigate({ screen: 'connections' })}>
        <span className={classes(styles.dot, styles[tone])} />
        {t(key)}
      </button>
      {link === 'open' && status !== null && <WayIn connection={status.connection} />}
      {linked !== undefined && linked.total > 0 && (
        <button type="button" className={styles.item} onClick={() => navigate({ screen: 'connections' })}>
          {t('status.statuses', { linked: linked.linked, total: linked.total })}
        </button>
      )}
      {link === 'open' && status !== null && hasBot && <BotState status={status} />}
      {status !== null && <QueueState queues={status.queues} />}
      <span className={styles.space} />
      {(screen === 'flow' || screen === 'phrases') && <EditorStatus />}
    </footer>
  );
}

/** What waits and what needs a person; each leads to where it can be seen to. */
function QueueState({ queues }: { readonly queues: EngineStatus['queues'] }) {
  const t = useCopy('app');
  const { away, queued } = needYou(queues);
  const waiting = queues.outboxOpen - queues.outboxUnknown;
  const lead = (view: LiveView) => () => navigate({ screen: 'live', view });
  return (
    <>
      {waiting > 0 && (
        <button type="button" className={styles.item} onClick={lead('queues')} data-testid="queue-waiting">
          {t('status.unsent', { count: waiting })}
        </button>
      )}
      {queued > 0 && (
        <Alert look={styles.error} icon={CircleAlert} onClick={lead('queues')} testId="queue-stuck">
          {t('status.stuck', { count: queued })}
        </Alert>
      )}
      {away > 0 && (
        <Alert look={styles.warning} icon={Moon} onClick={lead('away')} testId="queue-away">
          {t('status.away', { count: away })}
        </Alert>
      )}
    </>
  );
}

interface AlertProps {
  readonly look: string | undefined;
  readonly icon: LucideIcon;
  readonly onClick: () => void;
  readonly testId: string;
  readonly children: string;
}

function Alert({ look, icon: Icon, onClick, testId, children }: AlertProps) {
  return (
    <button type="button" className={classes(styles.item, look)} onClick={onClick} data-testid={testId}>
      <Icon size={14} aria-hidden />
      {children}
    </button>
  );
}

function connectionState(link: Connection, status: EngineStatus | null) {
  const said = (tone: Tone, key: ConnectionKey) => ({ tone, key });
  if (link === 'lost' || link === 'refused') return said('bad', 'status.lost');
  if (link === 'connecting' || status === null) return said('busy', 'status.connecting');
  const { kind, state } = status.connection;
  if (kind === 'none' || state === 'off') return said('off', 'status.none');
  if (state === 'failed') return said('bad', 'status.failed');
  if (state === 'checking') return said('busy', 'status.checking');
  return kind === 'sandbox' ? said('good', 'status.sandbox') : said('good', 'status.umnico');
}
type ConnectionKey =
  | 'status.lost'
  | 'status.connecting'
  | 'status.none'
  | 'status.failed'
  | 'status.checking'
  | 'status.sandbox'
  | 'status.umnico';

/** Customers' messages don't get through: said with the time since when, wherever the person is. */
function WayIn({ connection }: { readonly connection: EngineStatus['connection'] }) {
  const t = useCopy('app');
  const language = usePreferences((state) => state.language);
  const now = useNow();
  const { kind, fault, tunnel } = connection;
  if (kind !== 'umnico' || (fault?.code !== 'tunnelDown' && tunnel.state !== 'down')) return null;
  return (
    <button
      type="button"
      className={classes(styles.item, styles.failed)}
      data-testid="way-in-down"
      onClick={() => navigate({ screen: 'connections' })}
    >
      <Unplug size={14} aria-hidden />
      {t('status.wayInDown', { time: timeOf(tunnel.since, now, language) })}
    </button>
  );
}

/** What runs, which version of it, for whom and where: named at every moment (ux.md, 2.2). */
function BotState({ status }: { readonly status: EngineStatus }) {
  const t = useCopy('app');
  const { live, test, running } = status;
  const main = live ?? test;
  const isReal = status.connection.kind === 'umnico' && running && main !== null;
  const isHere = window.dialogram !== undefined;
  const words = [
    t(botState(status), { number: main?.number ?? 0 }),
    ...(live !== null && test !== null ? [t('status.andTest', { number: test.number })] : []),
    ...(isReal ? [t(isHere ? 'status.onThisComputer' : 'status.onServer')] : []),
  ];
  const hints = [
    ...new Set([live?.name, test?.name].filter((name) => name !== undefined)),
    ...(isReal
      ? [isHere ? t('status.onThisComputerHint') : t('status.onServerHint', { host: window.location.host })]
      : []),
  ];
  return (
    <span className={styles.item} title={hints.join('\n')} data-testid="bot-state">
      {words.join(' · ')}
    </span>
  );
}

function botState({ live, test, running, connection }: EngineStatus) {
  if (live === null && test === null) return 'status.botDraft';
  if (!running) return 'status.botStopped';
  if (connection.state === 'failed') return 'status.botNeedsYou';
  if (live === null) return 'status.botTest';
  return connection.kind === 'sandbox' ? 'status.botSandbox' : 'status.botLive';
}
