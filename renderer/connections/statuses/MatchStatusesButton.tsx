import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { useEngine } from '../../app/engine.ts';
import { navigate } from '../../app/route.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from '../ConnectionsScreen.module.css';
import { StatusLinks } from './StatusLinks.tsx';

/** The same as in Connections, where the bot is drawn: its statuses against those of the CRM. */
export function MatchStatusesButton({ bot }: { readonly bot: string }) {
  const t = useCopy('connections');
  const [open, setOpen] = useState(false);
  const isConnected = useEngine((state) => state.status?.connection.state === 'on');
  return (
    <>
      <Button size="dense" variant="ghost" icon={<RefreshCw aria-hidden />} onClick={() => setOpen(true)}>
        {t('statuses.withCrm')}
      </Button>
      {open && (
        <Dialog
          open
          onClose={() => setOpen(false)}
          title={t('statuses.title')}
          description={t('statuses.text')}
          width={760}
        >
          {isConnected ? (
            <StatusLinks bot={bot} />
          ) : (
            <div className={styles.stack}>
              <p className={styles.quiet}>{t('statuses.needConnection')}</p>
              <div className={styles.row}>
                <Button variant="primary" onClick={() => navigate({ screen: 'connections' })}>
                  {t('title')}
                </Button>
              </div>
            </div>
          )}
        </Dialog>
      )}
    </>
  );
}
