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
import { change } from './connectionActions.ts';
import { ConnectionFault } from './ConnectionFault.tsx';
import styles from './ConnectionsScreen.module.css';
import { ManagerSelect } from './ManagerSelect.tsx';
import { isPublicAddress, originOf, PublicAddressField } from './PublicAddressField.tsx';
import { SourceSwitches } from './SourceSwitches.tsx';
import { Step } from './Step.tsx';
import { TokenField } from './TokenField.tsx';
import { useTokenCheck } from './useTokenCheck.ts';

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
  const [address, setAddress] = useState(isUmnico ? originOf(connection.webhook.address) : '');
  const [fault, setFault] = useState<Fault | null>(null);
  const [busy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const check = useTokenCheck(token, server);

  const account = check.account;
  const manager =
    account?.managers.find((one) => one.id === chosenManager) ?? account?.managers.find((one) => one.owner);
  const isAddressWrong = address !== '' && !isPublicAddress(address);
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
      ...(address !== '' && { publicUrl: address }),
    });
    setBusy(false);
    if (!result.ok) {
      setFault(result.fault);
      return;
    }
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
          isDone={address !== '' && !isAddressWrong}
          isLocked={account === null}
        >
          <PublicAddressField value={address} onChange={setAddress} />
        </Step>
      </ol>
      <div className={styles.row}>
        <Button variant="primary" type="submit" busy={busy} disabled={manager === undefined || isAddressWrong}>
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
