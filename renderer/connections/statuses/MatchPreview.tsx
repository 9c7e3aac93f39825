import { Archive, Check, Copy, Minus, PencilLine, RefreshCw, Replace } from 'lucide-react';
import { useState } from 'react';
import type { Reply } from '../../../engine/protocol.ts';
import { copyText } from '../../app/copyText.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Select } from '../../ui/Select.tsx';
import screen from '../ConnectionsScreen.module.css';
import { changedLinks, chosenLinks, type StatusLinkChoice } from './chosenLinks.ts';
import styles from './Statuses.module.css';

type Match = Reply<'statuses.preview'>['matches'][number];

export interface MatchPreviewProps {
  /** What is linked now. */
  readonly before: readonly StatusLinkChoice[];
  readonly matches: readonly Match[];
  readonly busy: boolean;
  readonly onApply: (links: readonly StatusLinkChoice[]) => void;
  readonly onRefresh: () => void;
  readonly onCancel: () => void;
}

const NO_PAIR = '';

/** What linking would do, status by status, with a picker for each. */
export function MatchPreview({ before, matches, busy, onApply, onRefresh, onCancel }: MatchPreviewProps) {
  const t = useCopy('connections');
  /** Pairs changed by hand: status in the bot → id in the CRM, or no pair. */
  const [byHand, setByHand] = useState<Readonly<Record<string, string>>>({});
  const rows = matches.filter((match) => match.status !== null);
  const external = matches.filter((match) => match.external !== null);
  const links = chosenLinks(matches, byHand);
  const taken = new Set(links.map((link) => link.external));
  const changes = changedLinks(before, links);
  const loose = external.filter((match) => !taken.has(match.external ?? ''));
  const orphan = rows.find((row) => row.external === null && !links.some((link) => link.status === row.status));

  return (
    <>
      <p className={screen.quiet}>{t('statuses.nothingChanges')}</p>
      <div className={styles.frame}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('statuses.column.here')}</th>
              <th scope="col">{t('statuses.column.there')}</th>
              <th scope="col">{t('statuses.column.external')}</th>
              <th scope="col">{t('statuses.column.result')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const id = row.status ?? '';
              const pair = links.find((link) => link.status === id)?.external ?? NO_PAIR;
              return (
                <tr key={id}>
                  <td className={styles.name}>{row.name}</td>
                  <td className={styles.pick}>
                    <Select
                      dense
                      label={t('statuses.choose', { name: row.name })}
                      value={pair}
                      options={[
                        { value: NO_PAIR, label: t('statuses.notLinked') },
                        ...external.map((match) => ({
                          value: match.external ?? '',
                          label: match.externalName ?? match.name,
                          hint: match.external ?? '',
                          disabled: taken.has(match.external ?? '') && match.external !== pair,
                        })),
                      ]}
                      onChange={(chosen) => setByHand((before) => ({ ...before, [id]: chosen }))}
                    />
                  </td>
                  <td className={styles.id}>{pair === NO_PAIR ? '—' : pair}</td>
                  <td>
                    <ResultChip kind={pair === (row.external ?? NO_PAIR) ? row.kind : 'byHand'} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {loose.length > 0 && (
        <p className={screen.quiet}>
          {t('statuses.onlyThere', { names: loose.map((match) => match.externalName ?? match.name).join(', ') })}
        </p>
      )}
      {orphan !== undefined && (
        <Banner
          tone="warning"
          action={
            <Button
              size="dense"
              icon={<Copy aria-hidden />}
              onClick={() => void copyText(orphan.name, t('statuses.copied'))}
            >
              {t('statuses.copyName')}
            </Button>
          }
        >
          {t('statuses.create', { name: orphan.name })}
        </Banner>
      )}
      <div className={screen.row}>
        <Button variant="primary" busy={busy} onClick={() => onApply(links)}>
          {t('statuses.apply')}
        </Button>
        <Button onClick={onCancel}>{t('statuses.cancel')}</Button>
        <Button variant="ghost" icon={<RefreshCw aria-hidden />} disabled={busy} onClick={onRefresh}>
          {t('statuses.refresh')}
        </Button>
        <span className={screen.quiet} role="status">
          {changes === 0 ? t('statuses.noChanges') : t('statuses.changes', { count: changes })}
        </span>
      </div>
    </>
  );
}

function ResultChip({ kind }: { readonly kind: Match['kind'] | 'byHand' }) {
  const t = useCopy('connections');
  const words = t(`statuses.kind.${kind}`);
  if (kind === 'matched') {
    return (
      <Chip tone="success" icon={<Check aria-hidden />}>
        {words}
      </Chip>
    );
  }
  if (kind === 'renamed') {
    return (
      <Chip tone="accent" icon={<Replace aria-hidden />}>
        {words}
      </Chip>
    );
  }
  if (kind === 'byHand') {
    return (
      <Chip tone="accent" icon={<PencilLine aria-hidden />}>
        {words}
      </Chip>
    );
  }
  if (kind === 'archived') {
    return (
      <Chip tone="warning" icon={<Archive aria-hidden />}>
        {words}
      </Chip>
    );
  }
  return (
    <Chip tone="warning" icon={<Minus aria-hidden />}>
      {words}
    </Chip>
  );
}
