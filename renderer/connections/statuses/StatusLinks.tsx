import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import type { Fault } from '../../../engine/model/fault.ts';
import type { Reply } from '../../../engine/protocol.ts';
import { refreshStatus, useEngine } from '../../app/engine.ts';
import { FaultBanner } from '../../app/FaultBanner.tsx';
import { Loading } from '../../app/Loading.tsx';
import { call } from '../../bridge.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { toast } from '../../ui/toast.ts';
import styles from '../ConnectionsScreen.module.css';
import { LinkedTable } from './LinkedTable.tsx';
import { MatchPreview } from './MatchPreview.tsx';
import { useBotStatuses } from './useBotStatuses.ts';

type Match = Reply<'statuses.preview'>['matches'][number];

const NONE: readonly string[] = [];

/** What is linked now; «match» shows what would be linked, and only «apply» changes it. */
export function StatusLinks({ bot }: { readonly bot: string }) {
  const t = useCopy('connections');
  const { statuses, links, fault: loadFault, reload } = useBotStatuses(bot);
  const [matches, setMatches] = useState<readonly Match[] | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [busy, setBusy] = useState(false);

  async function preview(): Promise<void> {
    setBusy(true);
    const reply = await call('statuses.preview', { bot });
    setBusy(false);
    setFault(reply.ok ? null : reply.fault);
    if (reply.ok) setMatches(reply.value.matches);
  }

  async function apply(chosen: readonly { status: string; external: string }[]): Promise<void> {
    setBusy(true);
    const reply = await call('statuses.apply', { bot, links: [...chosen] });
    setBusy(false);
    if (!reply.ok) {
      setFault(reply.fault);
      return;
    }
    setFault(null);
    setMatches(null);
    const { linked, missing } = reply.value;
    const names = missing.map((id) => statuses?.find((status) => status.id === id)?.name ?? id).join(', ');
    toast(names === '' ? t('statuses.applied', { linked }) : t('statuses.appliedMissing', { linked, missing: names }), {
      tone: 'success',
    });
    reload();
    await refreshStatus();
  }

  const gone = useEngine(({ status }) =>
    [status?.live?.bot, status?.test?.bot].includes(bot) ? (status?.statusesLinked.missing ?? NONE) : NONE,
  );
  const shownFault = fault ?? loadFault;
  const retry = (
    <Button size="dense" onClick={() => (fault === null ? reload() : void preview())}>
      {t('statuses.refresh')}
    </Button>
  );
  return (
    <div className={styles.stack}>
      {gone.length > 0 && matches === null && (
        <Banner tone="warning">{t('statuses.missingLive', { names: gone.join(', ') })}</Banner>
      )}
      {shownFault !== null && <FaultBanner fault={shownFault} action={retry} />}
      {matches !== null ? (
        <MatchPreview
          before={links}
          matches={matches}
          busy={busy}
          onApply={(chosen) => void apply(chosen)}
          onRefresh={() => void preview()}
          onCancel={() => setMatches(null)}
        />
      ) : statuses === null ? (
        loadFault === null && <Loading />
      ) : statuses.length === 0 ? (
        <p className={styles.quiet}>{t('statuses.noStatuses')}</p>
      ) : (
        <>
          <LinkedTable statuses={statuses} links={links} />
          <div className={styles.row}>
            <Button
              variant={links.length < statuses.length ? 'primary' : 'secondary'}
              icon={<RefreshCw aria-hidden />}
              busy={busy}
              onClick={() => void preview()}
            >
              {t('statuses.preview')}
            </Button>
            <span className={styles.quiet}>
              {links.length === 0
                ? t('statuses.never')
                : t('statuses.linked', { linked: links.length, total: statuses.length })}
            </span>
          </div>
        </>
      )}
    </div>
  );
}
