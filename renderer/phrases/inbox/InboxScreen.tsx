import { MessageCircleQuestion } from 'lucide-react';
import { useEffect } from 'react';
import { type BotRow, useEngine } from '../../app/engine.ts';
import { Loading } from '../../app/Loading.tsx';
import { PageTitle } from '../../app/PageTitle.tsx';
import { navigate } from '../../app/route.ts';
import { TopBarSlot } from '../../app/TopBarSlot.tsx';
import { useActions } from '../../actions/provide.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { DraftFault } from '../../editor/DraftFault.tsx';
import { NewerBanner } from '../../editor/NewerBanner.tsx';
import { SaveBanner } from '../../editor/SaveBanner.tsx';
import { saveNow } from '../../editor/saveNow.ts';
import { stepBack } from '../../editor/stepWords.ts';
import { UndoButtons } from '../../editor/UndoButtons.tsx';
import { useDraft } from '../../editor/useDraft.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PhrasesTitle } from '../PhrasesTitle.tsx';
import { Inbox } from './Inbox.tsx';
import styles from './Inbox.module.css';

/** What customers wrote that this bot did not understand; without a bot in the address, the one that answers them. */
export function InboxScreen({ wanted }: { readonly wanted: string | undefined }) {
  const t = useCopy('inbox');
  const bots = useEngine((state) => state.bots);
  const bot = bots === null ? undefined : chosen(bots, wanted);

  useEffect(() => {
    if (bot && bot.id !== wanted) navigate({ screen: 'phrases', view: 'inbox', bot: bot.id }, 'replace');
  }, [bot, wanted]);

  if (bots === null) return <Loading />;
  if (!bot)
    return (
      <>
        <PageTitle>{t('title')}</PageTitle>
        <EmptyState
          icon={<MessageCircleQuestion aria-hidden />}
          title={t('noBots')}
          actions={
            <Button variant="primary" onClick={() => navigate({ screen: 'flows' })}>
              {t('toFlows')}
            </Button>
          }
        >
          {t('noBotsText')}
        </EmptyState>
      </>
    );
  return <OpenBot key={bot.id} bot={bot} bots={bots} />;
}

/** The bot of the address; else the one that answers customers; else the one somebody worked on last. */
function chosen(bots: readonly BotRow[], wanted: string | undefined): BotRow | undefined {
  const sound = bots.filter((bot) => bot.broken === null);
  return (
    bots.find((bot) => bot.id === wanted) ??
    sound.find((bot) => bot.live !== null) ??
    sound.toSorted((a, b) => b.updatedAt - a.updatedAt)[0]
  );
}

function OpenBot({ bot, bots }: { readonly bot: BotRow; readonly bots: readonly BotRow[] }) {
  const { draft, fault, retry } = useDraft(bot.id, undefined);
  useActions({
    save: () => saveNow(draft),
    undo: () => stepBack('undo'),
    redo: () => stepBack('redo'),
  });
  return (
    <>
      <PhrasesTitle bot={bot} bots={bots} view="inbox" />
      {fault && <DraftFault fault={fault} onRetry={retry} />}
      {!fault && !draft && <Loading />}
      {!fault && draft && (
        <div className={styles.screen}>
          <TopBarSlot place="actions">
            <UndoButtons />
          </TopBarSlot>
          <NewerBanner draft={draft} />
          <SaveBanner draft={draft} />
          <Inbox bot={bot.id} />
        </div>
      )}
    </>
  );
}
