import { useEffect, useState } from 'react';
import { useEngine } from '../app/engine.ts';
import { navigate } from '../app/route.ts';
import { useCopy } from '../copy/useCopy.ts';
import { useEditor } from '../editor/store.ts';
import { deleteBot } from '../flows/botActions.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { hostState } from './hostState.ts';
import { OutsideRow } from './OutsideRow.tsx';
import { type OutsideHost, outsideHosts } from '../nodes/outsideHosts.ts';
import { endReview, type Review, useOutsideReview } from './outsideReview.ts';
import styles from './Requests.module.css';
import { useRequestSettings } from './useRequestSettings.ts';

/** Once, after a bot came from a file: whom it talks to. A bot that talks to nobody but its customers needs no such word. */
export function OutsideReview() {
  const review = useOutsideReview((state) => state.review);
  const isOpen = useEditor((state) => state.isOpen && state.bot.id === review?.bot);
  return review !== null && isOpen ? <Decided key={review.bot} review={review} /> : null;
}

/** Decided once, as the bot opens: what is written into its blocks afterwards came from nowhere else. */
function Decided({ review }: { readonly review: Review }) {
  const [hosts] = useState(() =>
    review.came === 'blocks'
      ? review.hosts
      : outsideHosts(useEditor.getState().bot.flows.flatMap((flow) => flow.nodes)),
  );
  const isOver = hosts.length === 0;
  useEffect(() => {
    if (isOver) endReview();
  }, [isOver]);
  return isOver ? null : <Asked review={review} hosts={hosts} />;
}

interface AskedProps {
  readonly review: Review;
  readonly hosts: readonly OutsideHost[];
}

function Asked({ review, hosts }: AskedProps) {
  const t = useCopy('requests');
  const name = useEditor((state) => state.bot.name);
  const row = useEngine((state) => state.bots?.find(({ id }) => id === review.bot));
  const { settings } = useRequestSettings();
  const isShort = settings !== null && hosts.some((host) => hostState(host, settings).isShort);

  function openSettings(): void {
    endReview();
    navigate({ screen: 'settings', page: 'requests' });
  }

  function remove(): void {
    if (row === undefined) return;
    endReview();
    navigate({ screen: 'flows' });
    deleteBot(row);
  }

  return (
    <Dialog
      open
      width={560}
      onClose={endReview}
      title={review.came === 'bot' ? t('outside.bot', { name }) : t('outside.blocks')}
      description={t(review.came === 'bot' ? 'outside.when.bot' : 'outside.when.blocks')}
      footer={
        <>
          {review.came === 'bot' && row !== undefined && (
            <Button variant="ghost" className={styles.apart} onClick={remove}>
              {t('outside.remove')}
            </Button>
          )}
          {isShort && <Button onClick={openSettings}>{t('outside.toSettings')}</Button>}
          <Button variant="primary" data-autofocus onClick={endReview}>
            {t('outside.goOn')}
          </Button>
        </>
      }
    >
      <ul className={styles.list} data-testid="outside-hosts">
        {hosts.map((host) => (
          <OutsideRow key={host.host} host={host} settings={settings} />
        ))}
      </ul>
    </Dialog>
  );
}
