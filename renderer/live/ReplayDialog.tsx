import { useEffect, useState } from 'react';
import type { DraftDivergence, DraftReport } from '../../engine/check/replay/reports.ts';
import { didWords, draftWords, eventWords } from '../../engine/check/replay/replayWords.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import type { Fault } from '../../engine/model/fault.ts';
import { FaultBanner } from '../app/FaultBanner.tsx';
import { Loading } from '../app/Loading.tsx';
import { call } from '../bridge.ts';
import { currentLanguage } from '../copy/i18n.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './ReplayDialog.module.css';

interface Played {
  readonly report: DraftReport;
  readonly bot: Bot;
}

/** A live conversation played on the bot as it is drawn now: what would be otherwise, step by step. */
export function ReplayDialog({ lead, onClose }: { readonly lead: string; readonly onClose: () => void }) {
  const t = useCopy('checks');
  const [played, setPlayed] = useState<Played | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);

  useEffect(() => {
    let isWanted = true;
    void call('live.replay', { lead, on: 'draft' }).then((reply) => {
      if (!isWanted) return;
      if (!reply.ok) setFault(reply.fault);
      else if (reply.value.on === 'draft') setPlayed(reply.value);
    });
    return () => {
      isWanted = false;
    };
  }, [lead]);

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('replayTitle')}
      description={t('replayText')}
      width={560}
      footer={<Button onClick={onClose}>{t('close')}</Button>}
    >
      {fault !== null && <FaultBanner fault={fault} />}
      {fault === null && played === null && <Loading />}
      {played !== null && <Report {...played} />}
    </Dialog>
  );
}

function Report({ report, bot }: Played) {
  const t = useCopy('checks');
  const { steps, same, divergences } = report;
  const language = currentLanguage();
  const sum =
    steps === 0
      ? t('replayNothing')
      : divergences.length === 0
        ? t('replaySame', { steps })
        : t('replayDiffers', { count: steps - same, steps });
  return (
    <>
      <p className={styles.sum} role="status">
        {sum}
      </p>
      <ul className={styles.list}>
        {divergences.map((divergence, index) => (
          <li key={index} className={styles.difference}>
            <span className={styles.event}>{eventWords(divergence.event, language)}</span>
            <Sides divergence={divergence} bot={bot} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** What it did, and what the draft would do. */
function Sides({ divergence, bot }: { readonly divergence: DraftDivergence; readonly bot: Bot }) {
  const t = useCopy('checks');
  const language = currentLanguage();
  if (divergence.what === 'owner') return <p>{draftWords(divergence, bot, language)}</p>;
  const { expected, got } = divergence;
  return (
    <dl className={styles.sides}>
      <dt>{t('replayWas')}</dt>
      <dd>{expected === null ? '—' : didWords(expected, bot, language)}</dd>
      <dt>{t('replayIs')}</dt>
      <dd>{got === null ? '—' : didWords(got, bot, language)}</dd>
    </dl>
  );
}
