import { useState } from 'react';
import type { TunnelView } from '../../../engine/protocol/tunnelViews.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { Button } from '../../ui/Button.tsx';
import { changeOrTell } from '../connectionActions.ts';
import { WayChooser } from './WayChooser.tsx';
import { draftOf, isSameSecret, settingsOf, wrongFields } from './wayDraft.ts';
import { WayFields } from './WayFields.tsx';
import styles from './wayIn.module.css';

export interface WayFormProps {
  readonly tunnel: TunnelView;
  readonly onDone: () => void;
  /** Absent = there is nothing to go back to. */
  readonly onCancel?: () => void;
}

/** Chooses how the outside reaches this computer, and switches it on: how far that gets is shown by the status card. */
export function WayForm({ tunnel, onDone, onCancel }: WayFormProps) {
  const t = useCopy('wayIn');
  const [draft, setDraft] = useState(() => draftOf(tunnel.settings));
  const [isStrict, setStrict] = useState(false);
  const [busy, setBusy] = useState(false);
  const hasSecret = tunnel.secret !== null && isSameSecret(draft, tunnel.settings);
  const wrong = wrongFields(draft, hasSecret);

  async function turnOn(): Promise<void> {
    const settings = settingsOf(draft);
    if (settings === null || wrong.size > 0) {
      setStrict(true);
      return;
    }
    setBusy(true);
    // Another way's secret is not this one's: what is not typed is none.
    const secret = draft.secret !== '' || !hasSecret ? { secret: draft.secret } : {};
    const done = await changeOrTell('connection.setTunnel', { settings, ...secret });
    setBusy(false);
    if (done) onDone();
  }

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void turnOn();
      }}
    >
      <WayChooser
        value={draft.way}
        onChange={(way) => {
          setStrict(false);
          setDraft({ ...draft, way, secret: '' });
        }}
      />
      <WayFields
        key={draft.way}
        draft={draft}
        localPort={tunnel.localPort}
        wrong={wrong}
        hasSecret={hasSecret}
        isStrict={isStrict}
        onChange={(change) => setDraft({ ...draft, ...change })}
      />
      <div className={styles.row}>
        <Button variant="primary" type="submit" busy={busy}>
          {t('turnOn')}
        </Button>
        {onCancel !== undefined && <Button onClick={onCancel}>{t('cancel')}</Button>}
      </div>
    </form>
  );
}
