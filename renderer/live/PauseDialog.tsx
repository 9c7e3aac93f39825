import { useState } from 'react';
import { showFault } from '../app/showFault.ts';
import { call } from '../bridge.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { NumberInput } from '../ui/NumberInput.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import styles from './PauseDialog.module.css';

const SPANS = ['quarter', 'hour', 'morning', 'own'] as const;
type Span = (typeof SPANS)[number];
const MINUTE = 60_000;
const MORNING_HOUR = 9;
/** A month: longer than that nobody means a pause. */
const MOST_MINUTES = 43_200;
const LONGEST_REASON = 200;

export interface PauseDialogProps {
  readonly lead: string;
  readonly onClose: () => void;
}

/** For how long the bot keeps quiet with this customer, and why. */
export function PauseDialog({ lead, onClose }: PauseDialogProps) {
  const t = useCopy('live');
  const ui = useCopy('ui');
  const [span, setSpan] = useState<Span>('quarter');
  const [minutes, setMinutes] = useState(30);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);

  async function pause(): Promise<void> {
    setBusy(true);
    const note = reason.trim();
    const reply = await call('live.pause', {
      lead,
      until: endOf(span, minutes, Date.now()),
      ...(note === '' ? {} : { note }),
    });
    setBusy(false);
    if (reply.ok) onClose();
    else showFault(reply.fault);
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('pause.title')}
      description={t('pause.text')}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button variant="primary" busy={busy} onClick={() => void pause()} data-autofocus>
            {t('pause.confirm')}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <Segmented
          label={t('pause.long')}
          value={span}
          options={SPANS.map((value) => ({ value, label: t(`pause.${value}`) }))}
          onChange={setSpan}
        />
        {span === 'own' && (
          <Field label={t('pause.minutes')}>
            <NumberInput value={minutes} min={1} max={MOST_MINUTES} onChange={(value) => setMinutes(value ?? 1)} />
          </Field>
        )}
        {span === 'morning' && <p className={styles.hint}>{t('pause.morningAt')}</p>}
        <Field label={t('pause.reason')} hint={t('pause.reasonHint')}>
          <TextInput value={reason} maxLength={LONGEST_REASON} onChange={setReason} />
        </Field>
      </div>
    </Dialog>
  );
}

function endOf(span: Span, minutes: number, now: number): number {
  if (span === 'quarter') return now + 15 * MINUTE;
  if (span === 'hour') return now + 60 * MINUTE;
  if (span === 'own') return now + Math.min(MOST_MINUTES, Math.max(1, minutes)) * MINUTE;
  const morning = new Date(now);
  morning.setDate(morning.getDate() + 1);
  morning.setHours(MORNING_HOUR, 0, 0, 0);
  return morning.getTime();
}
