import { Search } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import type { LiveSession } from '../../engine/protocol/liveViews.ts';
import { useEngine } from '../app/engine.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { ConversationRow } from './ConversationRow.tsx';
import styles from './LiveScreen.module.css';
import { sessionState } from './sessionState.ts';

type Filter = 'all' | 'human' | 'bot' | 'quiet';
const FILTERS: readonly Filter[] = ['all', 'human', 'bot', 'quiet'];
const SEARCH_FROM = 8;
const NEVER = Number.MAX_SAFE_INTEGER;

export interface ConversationListProps {
  readonly sessions: readonly LiveSession[];
  readonly chosen: string | null;
}

export function ConversationList({ sessions, chosen }: ConversationListProps) {
  const t = useCopy('live');
  const total = useEngine((state) => state.sessionsTotal);
  const [filter, setFilter] = useState<Filter>('all');
  const [query, setQuery] = useState('');
  const needle = query.trim().toLocaleLowerCase();
  const found = sessions.filter((one) => fits(one, filter) && one.name.toLocaleLowerCase().includes(needle));
  const shown = found.toSorted(byWaiting);

  return (
    <section className={styles.side} aria-label={t('list')}>
      <div className={styles.tools}>
        <Segmented
          label={t('filter.label')}
          value={filter}
          options={FILTERS.map((value) => ({ value, label: t(`filter.${value}`) }))}
          onChange={setFilter}
        />
        {sessions.length >= SEARCH_FROM && (
          <TextInput
            type="search"
            icon={<Search aria-hidden />}
            aria-label={t('search')}
            placeholder={t('search')}
            value={query}
            onChange={setQuery}
          />
        )}
      </div>
      {shown.length === 0 ? (
        <EmptyState
          title={t('nothingHere')}
          actions={
            <Button
              onClick={() => {
                setFilter('all');
                setQuery('');
              }}
            >
              {t('showAll')}
            </Button>
          }
        >
          {t('nothingHereText')}
        </EmptyState>
      ) : (
        <ul className={styles.list} onKeyDown={walk}>
          {shown.map((session) => (
            <li key={session.lead}>
              <ConversationRow session={session} isChosen={session.lead === chosen} />
            </li>
          ))}
          {total > sessions.length && (
            <li className={styles.more}>{t('shownOf', { shown: sessions.length, total })}</li>
          )}
        </ul>
      )}
    </section>
  );
}

function fits(session: LiveSession, filter: Filter): boolean {
  const state = sessionState(session);
  if (filter === 'all') return true;
  if (filter === 'human') return session.owner === 'human';
  return filter === 'quiet' ? state === 'off' || state === 'ended' : state === filter;
}

/** Who waits longest comes first; then as they moved last. */
function byWaiting(a: LiveSession, b: LiveSession): number {
  return (a.waitingSince ?? NEVER) - (b.waitingSince ?? NEVER) || b.updatedAt - a.updatedAt;
}

/** ↑ and ↓ walk the rows, Home and End go to the first and the last, Enter (the button's own) opens. */
function walk(event: KeyboardEvent<HTMLUListElement>): void {
  const rows = [...event.currentTarget.querySelectorAll('button')];
  const here = rows.findIndex((row) => row === document.activeElement);
  const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: rows.length - 1 }[event.key];
  if (to === undefined) return;
  rows[to]?.focus();
  event.preventDefault();
}
