import { useState } from 'react';
import { usePreferences } from '../app/preferences.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from '../ui/Button.tsx';
import styles from './PublishDialog.module.css';
import type { PublishPreview } from './usePublishPreview.ts';

type Change = NonNullable<PublishPreview['changes']>[number];
const SHOWN_AT_ONCE = 10;

/** What makes the draft another bot than the published one, flow by flow. `changes` = null: nothing was published yet. */
export function PublishChanges({ changes }: { readonly changes: readonly Change[] | null }) {
  const t = useCopy('publish');
  const [all, setAll] = useState(false);
  const language = usePreferences((state) => state.language);
  const count = changes?.length ?? 0;
  const groups = byFlow((changes ?? []).slice(0, all ? count : SHOWN_AT_ONCE));
  return (
    <section data-testid="publish-changes">
      <h3 className={styles.subtitle}>{count > 0 ? `${t('changes')}: ${String(count)}` : t('changes')}</h3>
      {count === 0 && <p className={styles.quiet}>{changes === null ? t('firstTime') : t('noChanges')}</p>}
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
