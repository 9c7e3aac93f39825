import { Search, Trash2 } from 'lucide-react';
import { type SyntheticEvent, useState } from 'react';
import { leadNumber } from '../../engine/model/leadKey.ts';
import type { FoundCustomer } from '../../engine/protocol/dataViews.ts';
import { usePreferences } from '../app/preferences.ts';
import { showFault } from '../app/showFault.ts';
import { fullTime } from '../app/times.ts';
import { call } from '../bridge.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Field } from '../ui/Field.tsx';
import { Section } from '../ui/Section.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { toast } from '../ui/toast.ts';
import styles from './SettingsScreen.module.css';

/** Forgetting a customer who asks for it: first who it is, then for good. */
export function EraseCustomer({ onErased }: { readonly onErased: () => void }) {
  const t = useCopy('settings');
  const language = usePreferences((state) => state.language);
  const [wanted, setWanted] = useState('');
  const [found, setFound] = useState<readonly FoundCustomer[] | null>(null);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);

  async function find(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    const text = wanted.trim();
    if (text === '') return;
    const [byPhone, byLead] = await Promise.all([
      call('customers.find', { customer: { phone: text } }),
      call('customers.find', { customer: { lead: text } }),
    ]);
    if (!byPhone.ok || !byLead.ok) {
      for (const reply of [byPhone, byLead]) if (!reply.ok) showFault(reply.fault);
      return;
    }
    setFound([
      ...byPhone.value.customers,
      ...byLead.value.customers.filter(({ lead }) => !byPhone.value.customers.some((other) => other.lead === lead)),
    ]);
  }

  async function erase(): Promise<void> {
    setBusy(true);
    const reply = await call('customers.erase', { leads: (found ?? []).map(({ lead }) => lead) });
    setBusy(false);
    setAsking(false);
    if (!reply.ok) {
      showFault(reply.fault);
      return;
    }
    const { backupsLeft, rewritten } = reply.value;
    if (backupsLeft.length > 0) toast(t('erase.left', { names: backupsLeft.join(', ') }), { tone: 'danger' });
    else if (!rewritten) toast(t('erase.traces'), { tone: 'danger' });
    else toast(t('erase.done'), { tone: 'success' });
    setFound(null);
    setWanted('');
    onErased();
  }

  return (
    <Section title={t('erase.title')} description={t('erase.about')}>
      <form onSubmit={(event) => void find(event)}>
        <Field label={t('erase.phone')}>
          <div className={styles.folder}>
            <TextInput
              value={wanted}
              onChange={(text) => {
                setWanted(text);
                setFound(null);
              }}
            />
            <Button type="submit" icon={<Search size={16} aria-hidden />} disabled={wanted.trim() === ''}>
              {t('erase.find')}
            </Button>
          </div>
        </Field>
      </form>
      <div role="status" className={styles.told}>
        {found?.length === 0 && <p className={styles.text}>{t('erase.none')}</p>}
        {found !== null && found.length > 0 && (
          <ul className={styles.found}>
            {found.map(({ lead, name, updatedAt }) => (
              <li key={lead}>
                <b>{name === '' ? t('erase.unnamed') : name}</b>
                <span className={styles.text}>
                  {t('erase.lead', { lead: leadNumber(lead) })}
                  {updatedAt === null ? '' : `, ${fullTime(updatedAt, language)}`}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
      {found !== null && found.length > 0 && (
        <div>
          <Button variant="danger" icon={<Trash2 size={16} aria-hidden />} onClick={() => setAsking(true)}>
            {t('erase.button')}
          </Button>
        </div>
      )}
      <ConfirmDialog
        open={asking}
        title={t('erase.question')}
        description={t('erase.what', { count: found?.length ?? 0 })}
        confirm={t('erase.confirm')}
        danger
        busy={busy}
        onConfirm={() => void erase()}
        onClose={() => setAsking(false)}
      />
    </Section>
  );
}
