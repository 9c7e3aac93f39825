import { MessageSquareText, Plus, UserRound, X } from 'lucide-react';
import { useState } from 'react';
import { useEngine } from '../app/engine.ts';
import { FaultBanner } from '../app/FaultBanner.tsx';
import { usePreferences } from '../app/preferences.ts';
import { channelTitle } from '../connections/sourceTitle.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Select } from '../ui/Select.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { Switch } from '../ui/Switch.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { Tooltip } from '../ui/Tooltip.tsx';
import styles from './TesterPicker.module.css';
import type { TestersOfAccount } from './useTesters.ts';

/** Who tries the bot out: by phone or nickname, out of Live, or whoever sends a word first. */
export function TesterPicker({ testers }: { readonly testers: TestersOfAccount }) {
  const t = useCopy('audience');
  const isConnected = useEngine((state) => (state.status?.connection.account ?? null) !== null);
  const { value, fault, change } = testers;
  if (value === null) return null;
  if (!isConnected) return <p className={styles.none}>{t('notConnected')}</p>;
  return (
    <div className={styles.picker} role="group" aria-label={t('who')} data-testid="testers">
      {value.mayBeEveryone && (
        <Switch
          checked={value.everyone}
          onChange={(on) => void change({ op: 'everyone', on })}
          label={t('everyone')}
          hint={t('everyoneHint')}
        />
      )}
      {!value.everyone && (
        <>
          {value.contacts.length === 0 && <p className={styles.none}>{t('nobody')}</p>}
          {value.contacts.length > 0 && (
            <ul className={styles.contacts}>
              {value.contacts.map(({ id, name, login }) => {
                const title = name === '' ? login : name;
                return (
                  <li key={id} className={styles.contact}>
                    <UserRound size={14} aria-hidden className={styles.icon} />
                    <span className={styles.name}>{title}</span>
                    <span className={styles.login}>{name === '' ? t('unnamed') : login}</span>
                    <IconButton
                      size="dense"
                      label={t('remove', { name: title })}
                      icon={<X size={14} aria-hidden />}
                      onClick={() => void change({ op: 'remove', id })}
                    />
                  </li>
                );
              })}
            </ul>
          )}
          <AddTester testers={testers} />
        </>
      )}
      {fault !== null && <FaultBanner fault={fault} />}
    </div>
  );
}

function AddTester({ testers: { value, change } }: { readonly testers: TestersOfAccount }) {
  const t = useCopy('audience');
  const language = usePreferences((state) => state.language);
  const sessions = useEngine((state) => state.sessions) ?? [];
  const [login, setLogin] = useState('');

  async function add(): Promise<void> {
    if (login.trim() !== '' && (await change({ op: 'addLogin', login }))) setLogin('');
  }

  const options = sessions
    .filter((session) => !session.tester)
    .slice(0, 50)
    .map(({ lead, name, channel }) => ({
      value: lead,
      label: name === '' ? lead : name,
      hint: channelTitle(channel),
    }));
  const word = value?.word ?? null;
  return (
    <>
      <div className={styles.add}>
        <div
          className={styles.login}
          onKeyDown={(event) => {
            // Enter adds; it does not publish.
            if (event.key !== 'Enter') return;
            event.preventDefault();
            void add();
          }}
        >
          <TextInput value={login} onChange={setLogin} aria-label={t('login')} placeholder={t('loginPlaceholder')} />
        </div>
        <Button icon={<Plus size={16} aria-hidden />} disabled={login.trim() === ''} onClick={() => void add()}>
          {t('add')}
        </Button>
      </div>
      <div className={styles.add}>
        <Select
          value={null}
          options={options}
          onChange={(lead) => void change({ op: 'addLead', lead })}
          placeholder={t('fromLive')}
          label={t('fromLive')}
          empty={t('fromLiveEmpty')}
          dense
        />
        {word === null && (
          <Tooltip label={t('waitHint')}>
            <Button
              size="dense"
              icon={<MessageSquareText size={14} aria-hidden />}
              onClick={() => void change({ op: 'word', on: true, language })}
            >
              {t('wait')}
            </Button>
          </Tooltip>
        )}
      </div>
      {word !== null && (
        <div className={styles.word} role="status">
          <Spinner />
          <div className={styles.wordWords}>
            <p className={styles.wordTitle} data-testid="tester-word">
              {t('word', { word })}
            </p>
            <p className={styles.wordText}>{t('wordText')}</p>
          </div>
          <Button size="dense" onClick={() => void change({ op: 'word', on: false, language })}>
            {t('stopWaiting')}
          </Button>
        </div>
      )}
    </>
  );
}
