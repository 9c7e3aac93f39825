import { ChevronRight, CircleCheck } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Fault } from '../../engine/model/fault.ts';
import type { EngineConnection } from '../app/engine.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { toast } from '../ui/toast.ts';
import { change, changeOrTell } from './connectionActions.ts';
import { ConnectionFault } from './ConnectionFault.tsx';
import styles from './ConnectionsScreen.module.css';
import { ManagerSelect } from './ManagerSelect.tsx';
import { SourceSwitches } from './SourceSwitches.tsx';
import { Step } from './Step.tsx';
import { TokenField } from './TokenField.tsx';
import { useTokenCheck } from './useTokenCheck.ts';
import { WayChooser } from './wayIn/WayChooser.tsx';
import { draftOf, isSameSecret, settingsOf, wrongFields } from './wayIn/wayDraft.ts';
import { WayFields } from './wayIn/WayFields.tsx';

export interface UmnicoSetupProps {
  readonly connection: EngineConnection;
  /** The token is being replaced and the old one may stay. */
  readonly onKeep?: () => void;
  readonly onConnected: () => void;
}

/** From a pasted token to a connected account. Nothing changes in Umnico before the last button. */
export function UmnicoSetup({ connection, onKeep, onConnected }: UmnicoSetupProps) {
  const t = useCopy('connections');
  const isUmnico = connection.kind === 'umnico';
  const [token, setToken] = useState('');
  const [server, setServer] = useState('');
  const [chosenManager, setChosenManager] = useState<string | null>(null);
  const [sources, setSources] = useState<readonly string[]>(
    isUmnico ? connection.sources.filter((source) => source.enabled).map((source) => source.id) : [],
  );
  const { tunnel } = connection;
  const [way, setWay] = useState(() => draftOf(tunnel.settings));
  const [fault, setFault] = useState<Fault | null>(null);
  const [busy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const check = useTokenCheck(token, server);

  const account = check.account;
  const manager =
    account?.managers.find((one) => one.id === chosenManager) ?? account?.managers.find((one) => one.owner);
  const hasSecret = tunnel.secret !== null && isSameSecret(way, tunnel.settings);
  const wrongWay = wrongFields(way, hasSecret);
  // It can be left for later.
  const isLater = way.way === 'own' && way.url === '';
  const shownFault = check.fault ?? fault;

  function pasteAgain(): void {
    input.current?.focus();
    input.current?.select();
  }

  async function connect(): Promise<void> {
    if (manager === undefined) return;
    setBusy(true);
    const result = await change('connection.umnico', {
      token,
      manager: manager.id,
      sources: sources.filter((id) => account?.sources.some((source) => source.id === id)),
      ...(server !== '' && { baseUrl: server }),
      ...(way.way === 'own' && !isLater && { publicUrl: way.url }),
    });
    setBusy(false);
    if (!result.ok) {
      setFault(result.fault);
      return;
    }
    const settings = way.way === 'own' ? null : settingsOf(way);
    // What is not typed is the one that is kept; its card says how it goes.
    const secret = way.secret === '' ? {} : { secret: way.secret };
    if (settings !== null) await changeOrTell('connection.setTunnel', { settings, ...secret });
    toast(t('umnico.connected'), { tone: 'success' });
    onConnected();
  }

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void connect();
      }}
    >
      <ol>
        <Step number={1} title={t('token.title')} isDone={check.state === 'good'}>
          <TokenField ref={input} value={token} onChange={setToken} isWrong={check.fault?.code === 'badToken'} />
          <div aria-live="polite" className={styles.live}>
            {check.state === 'checking' && (
              <p className={styles.row}>
                <Spinner /> {t('token.checking')}
              </p>
            )}
            {check.state === 'good' && account !== null && (
              <p className={styles.good}>
                <CircleCheck size={16} aria-hidden /> {t('token.good', { account: account.account })}
              </p>
            )}
            {shownFault !== null && check.state !== 'checking' && (
              <ConnectionFault
                fault={shownFault}
                onRetry={check.fault === null ? () => void connect() : check.retry}
                onPasteAgain={pasteAgain}
              />
            )}
          </div>
          <details className={styles.advanced}>
            <summary>
              <ChevronRight size={14} aria-hidden />
              {t('token.advanced')}
            </summary>
            <Field label={t('token.server')} hint={t('token.serverHint')}>
              <TextInput value={server} placeholder="https://api.umnico.com" inputMode="url" onChange={setServer} />
            </Field>
          </details>
        </Step>
        <Step number={2} title={t('manager.title')} isDone={manager !== undefined} isLocked={account === null}>
          <ManagerSelect managers={account?.managers ?? []} value={manager?.id ?? null} onChange={setChosenManager} />
        </Step>
        <Step number={3} title={t('sources.title')} isDone={sources.length > 0} isLocked={account === null}>
          <SourceSwitches
            sources={(account?.sources ?? []).map((source) => ({ ...source, enabled: sources.includes(source.id) }))}
            onChange={setSources}
          />
        </Step>
        <Step
          number={4}
          title={t('delivery.title')}
          isDone={!isLater && wrongWay.size === 0}
          isLocked={account === null}
        >
          <WayChooser value={way.way} onChange={(next) => setWay({ ...way, way: next, secret: '' })} />
          <WayFields
            key={way.way}
            draft={way}
            localPort={tunnel.localPort}
            wrong={wrongWay}
            hasSecret={hasSecret}
            isStrict={false}
            onChange={(part) => setWay({ ...way, ...part })}
          />
        </Step>
      </ol>
      <div className={styles.row}>
        <Button
          variant="primary"
          type="submit"
          busy={busy}
          disabled={manager === undefined || (!isLater && wrongWay.size > 0)}
        >
          {t('umnico.connect')}
        </Button>
        {onKeep !== undefined && <Button onClick={onKeep}>{t('token.keep')}</Button>}
        {account === null && <span className={styles.quiet}>{t('umnico.needToken')}</span>}
        {connection.kind === 'sandbox' && account !== null && (
          <span className={styles.quiet}>{t('umnico.connectWithout')}</span>
        )}
      </div>
    </form>
  );
}
