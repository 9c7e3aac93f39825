import { type KeyboardEvent, useId, useMemo, useRef } from 'react';
import { currentLanguage } from '../copy/i18n.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { useCopy } from '../copy/useCopy.ts';
import { useEditor } from '../editor/store.ts';
import { FindingRow } from './FindingRow.tsx';
import { type FindingGroup, findingGroups } from './findingGroups.ts';
import styles from './FindingList.module.css';
import type { Walked } from './pathsStore.ts';
import { withTitles } from './withTitles.ts';

interface FindingListProps {
  readonly walked: Walked;
  readonly isOutdated: boolean;
}

/** What the walk found, kind by kind. ↑ and ↓ go from finding to finding, → and ← unfold and fold its example. */
export function FindingList({ walked, isOutdated }: FindingListProps) {
  const t = useCopy('problems');
  const list = useRef<HTMLDivElement>(null);
  const groups = useMemo(() => findingGroups(walked.report), [walked.report]);
  const language = currentLanguage();
  const bot = useEditor((state) => state.bot);
  const present = useMemo(() => withTitles(bot, language), [bot, language]);
  const before = useMemo(() => withTitles(walked.bot, language), [walked.bot, language]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-finding]') ?? [])];
    const here = rows.findIndex((row) => row.closest('li')?.contains(document.activeElement) === true);
    rows[Math.min(rows.length - 1, Math.max(0, here + (event.key === 'ArrowDown' ? 1 : -1)))]?.focus();
  }

  return (
    <div
      ref={list}
      className={styles.list}
      aria-label={t('paths.title')}
      data-outdated={isOutdated || undefined}
      onKeyDown={onKeyDown}
    >
      {groups.map((group) => (
        <Group key={group.list} group={group} present={present} before={before} />
      ))}
    </div>
  );
}

interface GroupProps {
  readonly group: FindingGroup;
  /** The bot as it is now, and as it was walked, with every block named. */
  readonly present: Bot;
  readonly before: Bot;
}

function Group({ group, present, before }: GroupProps) {
  const t = useCopy('problems');
  const id = useId();
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h3 id={id} className={styles.head}>
        {t(`paths.group.${group.list}`)} <span className={styles.count}>{group.findings.length}</span>
      </h3>
      <ul>
        {group.findings.map((finding) => (
          <FindingRow
            key={JSON.stringify({ ...finding, example: [] })}
            finding={finding}
            level={group.level}
            present={present}
            before={before}
          />
        ))}
      </ul>
    </section>
  );
}
