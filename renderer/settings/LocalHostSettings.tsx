import { showFault } from '../app/showFault.ts';
import { call } from '../bridge.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Field } from '../ui/Field.tsx';
import { Section } from '../ui/Section.tsx';
import { toast } from '../ui/toast.ts';
import { WordChips } from '../ui/WordChips.tsx';

interface LocalHostSettingsProps {
  readonly hosts: readonly string[];
  readonly onChange: () => void;
}

/** Hosts inside the own network that blocks may ask: the owner says so here, no bot file can. */
export function LocalHostSettings({ hosts, onChange }: LocalHostSettingsProps) {
  const t = useCopy('requests');

  async function keep(next: string[]): Promise<void> {
    const reply = await call('requests.setHosts', { hosts: next });
    if (reply.ok) toast(t('localSaved'), { tone: 'success' });
    else showFault(reply.fault);
    onChange();
  }

  return (
    <Section title={t('local')} description={t('localAbout')}>
      <Field label={t('localLabel')} hint={t('localHint')}>
        <WordChips value={hosts} placeholder={t('localPlaceholder')} onChange={(next) => void keep(next)} />
      </Field>
    </Section>
  );
}
