import { KeyRound, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { AccessKeyView, RequestSettings } from '../../engine/protocol/requestViews.ts';
import { showFault } from '../app/showFault.ts';
import { call } from '../bridge.ts';
import { useCopy } from '../copy/useCopy.ts';
import { KeyDialog } from '../requests/KeyDialog.tsx';
import styles from '../requests/Requests.module.css';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Section } from '../ui/Section.tsx';
import { toast } from '../ui/toast.ts';

interface AccessKeySettingsProps {
  readonly settings: RequestSettings;
  readonly onChange: () => void;
}
interface Asked {
  readonly about: AccessKeyView | null;
  readonly to: 'edit' | 'remove';
}

/** Access keys by their names: what they are for, and where they are kept. */
export function AccessKeySettings({ settings, onChange }: AccessKeySettingsProps) {
  const t = useCopy('requests');
  const [asked, setAsked] = useState<Asked | null>(null);
  const { keys, kept } = settings;
  const add = (
    <Button icon={<Plus aria-hidden />} onClick={() => setAsked({ about: null, to: 'edit' })}>
      {t('add')}
    </Button>
  );

  async function remove(name: string): Promise<void> {
    const reply = await call('requests.dropKey', { name });
    setAsked(null);
    if (reply.ok) toast(t('removed', { name }), { tone: 'success' });
    else showFault(reply.fault);
    onChange();
  }

  async function keepInFile(): Promise<void> {
    const first = keys.find((key) => !key.given);
    if (first === undefined) return;
    const reply = await call('requests.putKey', { name: first.name, hosts: [...first.hosts], allowFile: true });
    if (!reply.ok) showFault(reply.fault);
    onChange();
  }

  return (
    <Section title={t('keys')} description={t('keysAbout')} aside={keys.length > 0 && add}>
      {keys.length === 0 ? (
        <EmptyState icon={<KeyRound aria-hidden />} title={t('none')} actions={add}>
          {t('noneText')}
        </EmptyState>
      ) : (
        <>
          {kept === 'memory' && keys.some((key) => !key.given) && (
            <Banner tone="warning" action={<Button onClick={() => void keepInFile()}>{t('keepInFile')}</Button>}>
              {t('inMemory')}
            </Banner>
          )}
          <ul className={styles.list}>
            {keys.map((key) => (
              <li key={key.name} className={styles.key}>
                <KeyRound size={16} aria-hidden />
                <span className={styles.words}>
                  <span className={styles.name}>{key.name}</span>
                  <span className={styles.hosts}>{t('hosts', { hosts: key.hosts.join(', ') })}</span>
                </span>
                {key.given ? (
                  <span className={styles.note}>{t('given')}</span>
                ) : (
                  <>
                    <IconButton
                      label={t('edit', { name: key.name })}
                      icon={<Pencil aria-hidden />}
                      onClick={() => setAsked({ about: key, to: 'edit' })}
                    />
                    <IconButton
                      label={t('remove', { name: key.name })}
                      icon={<Trash2 aria-hidden />}
                      onClick={() => setAsked({ about: key, to: 'remove' })}
                    />
                  </>
                )}
              </li>
            ))}
          </ul>
          {kept === 'file' && <p className={styles.note}>{t('inFile')}</p>}
        </>
      )}
      {asked?.to === 'edit' && (
        <KeyDialog
          edited={asked.about}
          settings={settings}
          onClose={() => setAsked(null)}
          onSaved={(name) => {
            setAsked(null);
            toast(t('saved', { name }), { tone: 'success' });
            onChange();
          }}
        />
      )}
      <ConfirmDialog
        open={asked?.to === 'remove'}
        title={t('removeQuestion', { name: asked?.about?.name ?? '' })}
        description={t('removeWhat')}
        confirm={t('removeConfirm')}
        danger
        onConfirm={() => void remove(asked?.about?.name ?? '')}
        onClose={() => setAsked(null)}
      />
    </Section>
  );
}
