import { Tags } from 'lucide-react';
import { useState } from 'react';
import { type EngineConnection, useEngine } from '../../app/engine.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { Field } from '../../ui/Field.tsx';
import { Section } from '../../ui/Section.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from '../ConnectionsScreen.module.css';
import { StatusLinks } from './StatusLinks.tsx';

/** The statuses of one bot against those of the connected CRM. The live bot comes first. */
export function StatusesCard({ connection }: { readonly connection: EngineConnection }) {
  const t = useCopy('connections');
  const bots = useEngine((state) => state.bots) ?? [];
  const live = useEngine((state) => (state.status?.live ?? state.status?.test)?.bot);
  const [chosen, setChosen] = useState<string | null>(null);
  const bot = bots.find((row) => row.id === (chosen ?? live)) ?? bots[0];
  const isConnected = connection.state === 'on';

  return (
    <Section
      title={
        <span className={styles.title}>
          <Tags size={18} aria-hidden />
          {t('statuses.title')}
        </span>
      }
      description={t('statuses.text')}
    >
      {!isConnected && <p className={styles.quiet}>{t('statuses.needConnection')}</p>}
      {isConnected && bot === undefined && <p className={styles.quiet}>{t('statuses.needBot')}</p>}
      {isConnected && bots.length > 1 && bot !== undefined && (
        <div className={styles.narrow}>
          <Field label={t('statuses.bot')}>
            <Select
              value={bot.id}
              options={bots.map((row) => ({ value: row.id, label: row.name }))}
              onChange={setChosen}
            />
          </Field>
        </div>
      )}
      {isConnected && bot !== undefined && <StatusLinks key={`${connection.kind} ${bot.id}`} bot={bot.id} />}
    </Section>
  );
}
