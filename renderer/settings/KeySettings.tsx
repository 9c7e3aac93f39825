import { RotateCcw, Search } from 'lucide-react';
import { useState } from 'react';
import { ACTION_GROUPS, ACTION_IDS, specOf } from '../actions/actionTable.ts';
import { setPreferences, usePreferences } from '../app/preferences.ts';
import { actionsCopy } from '../copy/actions.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import { Switch } from '../ui/Switch.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { fitOf, fold } from '../ui/wordFit.ts';
import { KeyRow } from './KeyRow.tsx';
import styles from './KeySettings.module.css';

/** Settings → Keys: every action with its keys, to be found, changed and put back. */
export function KeySettings() {
  const t = useCopy('settings');
  const actions = useCopy('actions');
  const { keys, singleLetters } = usePreferences();
  const [query, setQuery] = useState('');
  const needle = fold(query);
  const groups = ACTION_GROUPS.map((group) => ({
    group,
    rows: ACTION_IDS.filter(
      (id) =>
        specOf(id).group === group &&
        (needle === '' || fitOf([fold(actionsCopy.ru.name[id]), fold(actionsCopy.en.name[id])], [], needle) > 0),
    ),
  })).filter(({ rows }) => rows.length > 0);

  return (
    <Section
      title={t('keys.title')}
      description={t('keys.about')}
      aside={
        <Button
          icon={<RotateCcw aria-hidden />}
          disabled={Object.keys(keys).length === 0}
          onClick={() => setPreferences({ keys: {} })}
        >
          {t('keys.resetAll')}
        </Button>
      }
    >
      <Switch
        label={t('keys.singleLetters')}
        hint={t('keys.singleLettersHint')}
        checked={singleLetters}
        onChange={(on) => setPreferences({ singleLetters: on })}
      />
      <TextInput
        icon={<Search size={16} aria-hidden />}
        type="search"
        aria-label={t('keys.search')}
        placeholder={t('keys.search')}
        value={query}
        onChange={setQuery}
      />
      {groups.length === 0 && <p className={styles.none}>{t('keys.none')}</p>}
      {groups.map(({ group, rows }) => (
        <section key={group} aria-label={actions(`group.${group}`)}>
          <h3 className={styles.group}>{actions(`group.${group}`)}</h3>
          <ul className={styles.rows}>
            {rows.map((id) => (
              <KeyRow key={id} id={id} />
            ))}
          </ul>
        </section>
      ))}
    </Section>
  );
}
