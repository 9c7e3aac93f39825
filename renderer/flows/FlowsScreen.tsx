import { FileUp, Plus, Search, SearchX } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useEngine } from '../app/engine.ts';
import { PageTitle } from '../app/PageTitle.tsx';
import { TopBarSlot } from '../app/TopBarSlot.tsx';
import { Waiting } from '../app/Waiting.tsx';
import { useCopy } from '../copy/useCopy.ts';
import { FirstStepsCard } from '../firstSteps/FirstStepsCard.tsx';
import { useFirstSteps } from '../firstSteps/firstSteps.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { importBot } from './botActions.ts';
import { BotTable } from './BotTable.tsx';
import styles from './FlowsScreen.module.css';
import { useHiddenBots } from './hiddenBots.ts';
import { NoBots } from './NoBots.tsx';
import { openTemplateSheet } from './templateSheet.ts';
import { TemplateShelf } from './TemplateShelf.tsx';
import { Welcome } from './Welcome.tsx';

/** With fewer rows than this a search field is only in the way. */
const SEARCH_FROM = 7;

export function FlowsScreen() {
  const t = useCopy('flows');
  const bots = useEngine((state) => state.bots);
  const { loaded, welcomed } = useFirstSteps();
  const hidden = useHiddenBots((state) => state.ids);
  const [query, setQuery] = useState('');
  const needle = useDeferredValue(query.trim().toLocaleLowerCase());

  const rows = (bots ?? []).filter((bot) => !hidden.has(bot.id));
  const found = rows.filter((bot) => bot.name.toLocaleLowerCase().includes(needle));
  const isKnown = bots !== null && (bots.length > 0 || loaded);
  const isFirstRun = isKnown && bots.length === 0 && !welcomed;

  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      {!isKnown && <Waiting for="bots" />}
      {isFirstRun && <Welcome />}
      {isKnown && !isFirstRun && (
        <div className={styles.page}>
          <TopBarSlot place="actions">
            <Button icon={<FileUp aria-hidden />} onClick={() => void importBot()}>
              {t('import')}
            </Button>
            <Button variant="primary" icon={<Plus aria-hidden />} onClick={openTemplateSheet}>
              {t('newBot')}
            </Button>
          </TopBarSlot>
          <FirstStepsCard />
          {rows.length >= SEARCH_FROM && (
            <div className={styles.search}>
              <TextInput
                type="search"
                icon={<Search aria-hidden />}
                aria-label={t('search')}
                placeholder={t('search')}
                value={query}
                onChange={setQuery}
              />
            </div>
          )}
          {rows.length === 0 && <NoBots />}
          {found.length > 0 && <BotTable rows={found} />}
          {rows.length > 0 && found.length === 0 && (
            <EmptyState
              icon={<SearchX aria-hidden />}
              title={t('noResults', { query: query.trim() })}
              actions={<Button onClick={() => setQuery('')}>{t('resetSearch')}</Button>}
            />
          )}
          <TemplateShelf />
        </div>
      )}
    </>
  );
}
