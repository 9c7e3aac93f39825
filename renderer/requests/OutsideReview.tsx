import { useMemo } from 'react';
import { useEngine } from '../app/engine.ts';
import { navigate } from '../app/route.ts';
import { useCopy } from '../copy/useCopy.ts';
import { useEditor } from '../editor/store.ts';
import { deleteBot } from '../flows/botActions.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { hostState } from './hostState.ts';
import { OutsideRow } from './OutsideRow.tsx';
import { outsideHosts } from '../nodes/outsideHosts.ts';
import { endReview, type Review, useOutsideReview } from './outsideReview.ts';
import styles from './Requests.module.css';
import { useRequestSettings } from './useRequestSettings.ts';

/** Once, after a bot came from a file: whom it talks to. A bot that talks to nobody but its customers needs no such word. */
export function OutsideReview() {
  const review = useOutsideReview((state) => state.review);
  const isOpen = useEditor((state) => state.isOpen && state.bot.id === review?.bot);
  return review !== null && isOpen ? <Asked review={review} /> : null;
}

function Asked({ review }: { readonly review: Review }) {
  const t = useCopy('requests');
  const bot = useEditor((state) => state.bot);
  const row = useEngine((state) => state.bots?.find(({ id }) => id === review.bot));
  const { settings } = useRequestSettings();
  const hosts = useMemo(
    () => (review.came === 'blocks' ? review.hosts : outsideHosts(bot.flows.flatMap((flow) => flow.nodes))),
    [review, bot],
  );
  if (hosts.length === 0) return null;
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
      title={review.came === 'bot' ? t('outside.bot', { name: bot.name }) : t('outside.blocks')}
      description={t('outside.when')}
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
