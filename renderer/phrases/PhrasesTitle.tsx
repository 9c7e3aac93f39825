import { ChevronDown, ChevronRight } from 'lucide-react';
import type { BotRow } from '../app/engine.ts';
import { navigate } from '../app/route.ts';
import { TopBarSlot } from '../app/TopBarSlot.tsx';
import { useCopy } from '../copy/useCopy.ts';
import { DraftPill } from '../publish/DraftPill.tsx';
import { Menu } from '../ui/Menu.tsx';
import { PhrasesTabs } from './PhrasesTabs.tsx';
import styles from './PhrasesScreen.module.css';

interface PhrasesTitleProps {
  readonly bot: BotRow;
  readonly bots: readonly BotRow[];
  readonly view: 'topics' | 'inbox';
}

/** «Фразы › bot»: which bot is taught, the way to another one, and the two halves of the screen. */
export function PhrasesTitle({ bot, bots, view }: PhrasesTitleProps) {
  const t = useCopy('phrases');
  return (
    <TopBarSlot place="title">
      <title>{`${t('title')} · ${bot.name} · Dialogram`}</title>
      <h1 className={styles.heading}>{t('title')}</h1>
      <ChevronRight size={14} aria-hidden className={styles.arrow} />
      {bots.length > 1 ? (
        <Menu
          align="start"
          trigger={
            <button type="button" className={styles.switcher} title={t('bots')} data-testid="phrases-bot">
              <span className={styles.bot}>{bot.name}</span>
              <ChevronDown size={14} aria-hidden />
            </button>
          }
          groups={[
            bots.map((row) => ({
              id: row.id,
              label: row.name,
              checked: row.id === bot.id,
              onSelect: () =>
                navigate({ screen: 'phrases', bot: row.id, ...(view === 'inbox' && { view: 'inbox' as const }) }),
            })),
          ]}
        />
      ) : (
        <span className={styles.bot}>{bot.name}</span>
      )}
      <PhrasesTabs bot={bot.id} view={view} />
      <DraftPill key={bot.id} bot={bot.id} />
    </TopBarSlot>
  );
}
