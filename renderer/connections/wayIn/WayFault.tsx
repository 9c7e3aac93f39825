import { useEffect, useState } from 'react';
import { faultWords } from '../../../engine/model/faultWords.ts';
import type { TunnelView } from '../../../engine/protocol/tunnelViews.ts';
import { usePreferences } from '../../app/preferences.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { changeOrTell } from '../connectionActions.ts';

/** What is wrong with the way in, in words, and when it is tried again. */
export function WayFault({ tunnel }: { readonly tunnel: TunnelView }) {
  const t = useCopy('wayIn');
  const language = usePreferences((state) => state.language);
  const left = useSecondsTo(tunnel.nextAt);
  const [asking, setAsking] = useState(false);
  const { fault, settings, state } = tunnel;
  if (fault === null) return null;
  if (settings?.kind === 'own' && state === 'checking') return <Banner tone="warning">{t('ownUnproven')}</Banner>;

  const { what, todo } = faultWords(fault, language);
  const words = `${what} ${todo}`;
  if (fault.code === 'sshHostKeyChanged') {
    const { now } = fault;
    return (
      <>
        <Banner tone="danger" action={<Button onClick={() => setAsking(true)}>{t('trust')}</Button>}>
          {words} {t('newKey', { key: now })}
        </Banner>
        <ConfirmDialog
          open={asking}
          danger
          title={t('trustTitle')}
          description={t('trustText')}
          confirm={t('trust')}
          onConfirm={() => {
            setAsking(false);
            void changeOrTell('connection.trustHostKey', { fingerprint: now });
          }}
          onClose={() => setAsking(false)}
        />
      </>
    );
  }
  const time = left >= 120 ? t('minutes', { count: Math.round(left / 60) }) : t('seconds', { count: left });
  return (
    <Banner tone={state === 'down' ? 'danger' : 'warning'}>
      {words} {left > 0 && <span>{t('nextTry', { time })}</span>}
    </Banner>
  );
}

/** 0 = nothing is waited for. */
function useSecondsTo(at: number | null): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (at === null) {
      setLeft(0);
      return undefined;
    }
    const look = () => setLeft(Math.max(0, Math.ceil((at - Date.now()) / 1_000)));
    look();
    const timer = setInterval(look, 1_000);
    return () => clearInterval(timer);
  }, [at]);
  return left;
}
