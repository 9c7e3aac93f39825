import { Search } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { LiveSession } from '../../engine/protocol/liveViews.ts';
import { useEngine } from '../app/engine.ts';
import { useCopy } from '../copy/useCopy.ts';
import { FilterPills } from '../ui/FilterPills.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { ConversationRow } from './ConversationRow.tsx';
import { fitsFilter, LIVE_FILTERS, useLiveFilter } from './liveFilter.ts';
import styles from './LiveScreen.module.css';
import { NobodyHere } from './NobodyHere.tsx';

const SEARCH_FROM = 8;
const NEVER = Number.MAX_SAFE_INTEGER;

export interface ConversationListProps {
  readonly sessions: readonly LiveSession[];
  readonly chosen: string | null;
}

export function ConversationList({ sessions, chosen }: ConversationListProps) {
  const t = useCopy('live');
  const total = useEngine((state) => state.sessionsTotal);
  const side = useCopy('liveSide');
  const { filter, query } = useLiveFilter();
  const needle = query.trim().toLocaleLowerCase();
  const found = sessions.filter((one) => fitsFilter(one, filter) && one.name.toLocaleLowerCase().includes(needle));
  const shown = found.toSorted(byWaiting);

  return (
    <section className={styles.side} aria-label={t('list')}>
      <div className={styles.tools}>
        <FilterPills
          label={t('filter.label')}
          value={filter}
          options={LIVE_FILTERS.map((value) => ({
            value,
            label: side(`filter.${value}`),
            count: sessions.filter((one) => fitsFilter(one, value)).length,
            isBad: value === 'failed',
          }))}
          onChange={(chosen) => useLiveFilter.setState({ filter: chosen })}
        />
        {(sessions.length >= SEARCH_FROM || query !== '') && (
          <TextInput
            type="search"
            icon={<Search aria-hidden />}
            aria-label={t('search')}
            placeholder={t('search')}
            value={query}
            onChange={(text) => useLiveFilter.setState({ query: text })}
          />
        )}
      </div>
      {shown.length === 0 ? (
        <NobodyHere />
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
