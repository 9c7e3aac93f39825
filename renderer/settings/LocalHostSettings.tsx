import { useRef, useState } from 'react';
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
  const [list, setList] = useState(hosts);
  /** One after another: the last list that was meant is the one that is kept. */
  const order = useRef({ last: 0, done: Promise.resolve() });

  function keep(next: readonly string[]): void {
    setList(next);
    const mine = (order.current.last += 1);
    order.current.done = order.current.done.then(async () => {
      const reply = await call('requests.setHosts', { hosts: [...next] });
      // What was pasted as an address is shown as what it was cut down to; a list that was not kept is not shown as if it were.
      if (mine === order.current.last) setList(reply.ok ? reply.value.privateHosts : hosts);
      if (reply.ok) toast(t('localSaved'), { tone: 'success' });
      else showFault(reply.fault);
      onChange();
    });
  }

  return (
    <Section title={t('local')} description={t('localAbout')}>
      <Field label={t('localLabel')} hint={t('localHint')}>
        <WordChips value={list} placeholder={t('localPlaceholder')} onChange={keep} />
      </Field>
    </Section>
  );
}
