import { GitCompare } from 'lucide-react';
import { useState } from 'react';
import { usePreferences } from '../app/preferences.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from '../ui/Button.tsx';
import styles from './PublishDialog.module.css';
import { showChanges } from './showChanges.ts';
import type { PublishPreview } from './usePublishPreview.ts';

type Change = NonNullable<PublishPreview['changes']>[number];
const SHOWN_AT_ONCE = 10;

export interface PublishChangesProps {
  /** Null = nothing was published yet. */
  readonly changes: readonly Change[] | null;
  readonly against: PublishPreview['against'];
  /** The bot on whose canvas they can be looked at: it is its draft that differs. */
  readonly draftOf?: string;
  readonly title?: string;
}

/** What makes the draft another bot than the published one, flow by flow. */
export function PublishChanges({ changes, against, draftOf, title }: PublishChangesProps) {
  const t = useCopy('publish');
  const [all, setAll] = useState(false);
  const language = usePreferences((state) => state.language);
  const count = changes?.length ?? 0;
  const groups = byFlow((changes ?? []).slice(0, all ? count : SHOWN_AT_ONCE));
  const number = against?.number ?? 0;
  const since = count > 0 && against !== null ? t('changes', { count, number }) : t('changesPlain');
  const head = title === undefined ? since : `${title}: ${String(count)}`;
  return (
    <section data-testid="publish-changes">
      <div className={styles.sectionHead}>
        <h3 className={styles.subtitle}>{head}</h3>
        {draftOf !== undefined && count > 0 && against !== null && (
          <Button
            variant="ghost"
            size="dense"
            icon={<GitCompare size={14} aria-hidden />}
            data-testid="show-on-canvas"
            onClick={() => showChanges(draftOf, against)}
          >
            {t('showOnCanvas')}
          </Button>
        )}
      </div>
      {count === 0 && <p className={styles.quiet}>{changes === null ? t('firstTime') : t('noChanges', { number })}</p>}
      {groups.map(([flow, group]) => (
        <div key={flow ?? ''} className={styles.flow}>
          <h4 className={styles.flowName}>{group[0]?.flowName ?? t('ofBot')}</h4>
          <ul className={styles.changes}>
            {group.map((change) => (
              <li key={`${change.node ?? ''} ${change.field}`}>{change.words[language]}</li>
            ))}
          </ul>
        </div>
      ))}
      {count > SHOWN_AT_ONCE && (
        <Button variant="ghost" size="dense" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('showFew') : t('showAll', { count })}
        </Button>
      )}
    </section>
  );
}

function byFlow(changes: readonly Change[]): [string | null, Change[]][] {
  const groups = new Map<string | null, Change[]>();
  for (const change of changes) groups.set(change.flow, [...(groups.get(change.flow) ?? []), change]);
  return [...groups];
}
