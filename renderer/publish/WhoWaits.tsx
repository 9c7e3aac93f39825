import { usePreferences } from '../app/preferences.ts';
import type { Copy } from '../copy/i18n.ts';
import { useCopy } from '../copy/useCopy.ts';
import styles from './PublishDialog.module.css';
import type { PublishPreview } from './usePublishPreview.ts';

type Group = PublishPreview['waiting'][number];

/** Who is in a conversation, where, and what becomes of them: the one thing about publishing that cannot be undone. */
export function WhoWaits({ groups, total }: { readonly groups: readonly Group[]; readonly total: number }) {
  const t = useCopy('publish');
  return (
    <section data-testid="publish-waiting">
      <h3 className={styles.subtitle}>
        {total > 0 ? `${t('waiting')}: ${t('people', { count: total })}` : t('waiting')}
      </h3>
      {total === 0 && <p className={styles.quiet}>{t('nobodyWaits')}</p>}
      {groups.length > 0 && (
        <ul className={styles.waiting}>
          {groups.map((group) => (
            <GroupLine key={`${group.flow ?? ''}/${group.node ?? ''} ${group.becomes} ${group.why}`} group={group} />
          ))}
        </ul>
      )}
    </section>
  );
}

function GroupLine({ group }: { readonly group: Group }) {
  const t = useCopy('publish');
  const language = usePreferences((state) => state.language);
  const where = group.name?.[language] ?? (group.becomes === 'withPerson' ? t('withPersonTitle') : t('waitsNowhere'));
  return (
    <li className={styles.group}>
      <span className={styles.people}>{t('people', { count: group.people })}</span>
      <div className={styles.groupWords}>
        <p className={styles.groupPlace}>{where}</p>
        <p className={styles.quiet}>{becomesWords(group, t)}</p>
      </div>
    </li>
  );
}

function becomesWords({ becomes, why }: Group, t: Copy<'publish'>): string {
  if (becomes === 'withPerson') return t('withPerson');
  if (becomes === 'movesNow') return t(why === 'same' || why === 'nodeChanged' ? `movesNow.${why}` : 'movesNow.noWait');
  return t(why === 'noWait' ? 'finishesOnOld.same' : `finishesOnOld.${why}`);
}
