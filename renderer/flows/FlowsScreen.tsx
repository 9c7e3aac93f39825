import { FileUp, Plus, Search, SearchX } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useActions } from '../actions/provide.ts';
import { useEngine } from '../app/engine.ts';
import { Loading } from '../app/Loading.tsx';
import { PageTitle } from '../app/PageTitle.tsx';
import { TopBarSlot } from '../app/TopBarSlot.tsx';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { importBot } from './botActions.ts';
import { BotTable } from './BotTable.tsx';
import styles from './FlowsScreen.module.css';
import { useHiddenBots } from './hiddenBots.ts';
import { TemplateDialog } from './TemplateDialog.tsx';
import { Welcome } from './Welcome.tsx';

/** With fewer rows than this a search field is only in the way. */
const SEARCH_FROM = 7;

export function FlowsScreen() {
  const t = useCopy('flows');
  const bots = useEngine((state) => state.bots);
  const hidden = useHiddenBots((state) => state.ids);
  const [choosing, setChoosing] = useState(false);
  const [query, setQuery] = useState('');
  const needle = useDeferredValue(query.trim().toLocaleLowerCase());

  useActions({ newBot: () => setChoosing(true), importBot: () => void importBot() });

  const rows = (bots ?? []).filter((bot) => !hidden.has(bot.id));
  const found = rows.filter((bot) => bot.name.toLocaleLowerCase().includes(needle));
  const isWelcome = bots !== null && rows.length === 0;

  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      {bots !== null && !isWelcome && (
        <TopBarSlot place="actions">
          <Button icon={<FileUp aria-hidden />} onClick={() => void importBot()}>
            {t('import')}
          </Button>
          <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => setChoosing(true)}>
            {t('newBot')}
          </Button>
        </TopBarSlot>
      )}
      {bots === null && <Loading />}
      {isWelcome && <Welcome onTemplates={() => setChoosing(true)} />}
      {rows.length > 0 && (
        <div className={styles.page}>
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
          {found.length > 0 ? (
            <BotTable rows={found} />
          ) : (
            <EmptyState
              icon={<SearchX aria-hidden />}
              title={t('noResults', { query: query.trim() })}
              actions={<Button onClick={() => setQuery('')}>{t('resetSearch')}</Button>}
            />
          )}
        </div>
      )}
      <TemplateDialog open={choosing} onClose={() => setChoosing(false)} />
    </>
  );
}
