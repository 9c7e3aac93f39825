import { Quote } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { type BotRow, useEngine } from '../app/engine.ts';
import { Loading } from '../app/Loading.tsx';
import { PageTitle } from '../app/PageTitle.tsx';
import { navigate, type PhrasesRoute } from '../app/route.ts';
import { TopBarSlot } from '../app/TopBarSlot.tsx';
import { useCopy } from '../copy/useCopy.ts';
import { DraftFault } from '../editor/DraftFault.tsx';
import { NewerBanner } from '../editor/NewerBanner.tsx';
import { SaveBanner } from '../editor/SaveBanner.tsx';
import { saveNow } from '../editor/saveNow.ts';
import { stepBack } from '../editor/stepWords.ts';
import { UndoButtons } from '../editor/UndoButtons.tsx';
import { useDraft } from '../editor/useDraft.ts';
import { useActions } from '../actions/provide.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Inbox } from './inbox/Inbox.tsx';
import { PhrasesDesk } from './PhrasesDesk.tsx';
import styles from './PhrasesScreen.module.css';
import { PhrasesTitle } from './PhrasesTitle.tsx';
import { keepTyped } from './useTyped.ts';

/** What the bot of the address, or the one customers meet, can be taught: its topics, and what it did not understand. */
export function PhrasesScreen({ route }: { readonly route: PhrasesRoute }) {
  const t = useCopy('phrases');
  const bots = useEngine((state) => state.bots);
  const bot = bots === null ? undefined : chosenBot(bots, route.bot);
  const { view } = route;
  // `/phrases/TOPIC`: the only name in the address is no bot's.
  const topic = view === 'inbox' ? undefined : (route.topic ?? (bot?.id === route.bot ? undefined : route.bot));

  useEffect(() => {
    if (bot && bot.id !== route.bot)
      navigate(
        { screen: 'phrases', bot: bot.id, ...(topic !== undefined && { topic }), ...(view && { view }) },
        'replace',
      );
  }, [bot, route.bot, topic, view]);

  if (bots === null) return <Loading />;
  if (!bot)
    return (
      <>
        <PageTitle>{t('title')}</PageTitle>
        <EmptyState
          icon={<Quote aria-hidden />}
          title={t('noBots.title')}
          actions={
            <Button variant="primary" onClick={() => navigate({ screen: 'flows' })}>
              {t('noBots.action')}
            </Button>
          }
        >
          {t('noBots.text')}
        </EmptyState>
      </>
    );
  return (
    <OpenBot key={bot.id} bot={bot} bots={bots} view={view ?? 'topics'}>
      {view === 'inbox' ? <Inbox bot={bot.id} /> : <PhrasesDesk topic={topic ?? null} />}
    </OpenBot>
  );
}

/** The bot of the address; else the one that answers customers; else the one somebody worked on last. */
function chosenBot(bots: readonly BotRow[], wanted: string | undefined): BotRow | undefined {
  const sound = bots.filter((bot) => bot.broken === null);
  return (
    bots.find((bot) => bot.id === wanted) ??
    sound.find((bot) => bot.live !== null) ??
    sound.toSorted((a, b) => b.updatedAt - a.updatedAt)[0]
  );
}

interface OpenBotProps {
  readonly bot: BotRow;
  readonly bots: readonly BotRow[];
  readonly view: 'topics' | 'inbox';
  readonly children: ReactNode;
}

function OpenBot({ bot, bots, view, children }: OpenBotProps) {
  const { draft, fault, retry } = useDraft(bot.id, undefined);
  useActions({
    save() {
      keepTyped();
      saveNow(draft);
    },
    undo: () => stepBack('undo'),
    redo: () => stepBack('redo'),
  });
  return (
    <>
      <PhrasesTitle bot={bot} bots={bots} view={view} />
      {fault && <DraftFault fault={fault} onRetry={retry} />}
      {!fault && !draft && <Loading />}
      {!fault && draft && (
        <div className={styles.screen}>
          <TopBarSlot place="actions">
            <UndoButtons />
          </TopBarSlot>
          <NewerBanner draft={draft} />
          <SaveBanner draft={draft} />
          {children}
        </div>
      )}
    </>
  );
}
