import { CheckCheck, MessageCircleQuestion } from 'lucide-react';
import { useState } from 'react';
import { FaultBanner } from '../../app/FaultBanner.tsx';
import { Loading } from '../../app/Loading.tsx';
import { useCopy } from '../../copy/useCopy.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { useToCanvas } from '../useToCanvas.ts';
import styles from './Inbox.module.css';
import { InboxDesk } from './InboxDesk.tsx';
import { useInbox } from './useInbox.ts';

type Which = 'waiting' | 'aside';

/** What the bot did not understand, group by group. The draft of this bot is open. */
export function Inbox({ bot }: { readonly bot: string }) {
  const t = useCopy('inbox');
  const { waiting, aside, isNew, fault, isStuck, reload, setAside } = useInbox(bot);
  useToCanvas();
  const [which, setWhich] = useState<Which>('waiting');
  const groups = which === 'waiting' ? waiting : aside;
  const retry = (
    <Button size="dense" onClick={reload}>
      {t('retry')}
    </Button>
  );

  return (
    <div className={styles.page}>
      {fault !== null && <FaultBanner fault={fault} action={retry} />}
      {isStuck && (
        <Banner tone="warning" action={retry}>
          {t('failed')}
        </Banner>
      )}
      {groups === null && fault === null && !isStuck && <Loading />}
      {waiting !== null && aside !== null && waiting.length + aside.length > 0 && (
        <div className={styles.tools}>
          <Segmented<Which>
            label={t('which')}
            value={which}
            onChange={setWhich}
            options={[
              { value: 'waiting', label: t('waiting', { count: waiting.length }) },
              { value: 'aside', label: t('aside', { count: aside.length }) },
            ]}
          />
          {which === 'waiting' && <p className={styles.hint}>{t('keys')}</p>}
        </div>
      )}
      {groups !== null && (
        <InboxDesk key={which} groups={groups} isAside={which === 'aside'} onAside={setAside} empty={empty()} />
      )}
    </div>
  );

  function empty() {
    if (which === 'aside')
      return (
        <EmptyState icon={<CheckCheck aria-hidden />} title={t('noAside')}>
          {t('noAsideText')}
        </EmptyState>
      );
    return isNew ? (
      <EmptyState icon={<MessageCircleQuestion aria-hidden />} title={t('empty')}>
        {t('emptyText')}
      </EmptyState>
    ) : (
      <EmptyState icon={<CheckCheck aria-hidden />} title={t('sorted')}>
        {t('sortedText')}
      </EmptyState>
    );
  }
}
