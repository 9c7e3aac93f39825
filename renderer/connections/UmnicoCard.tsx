import { Plug } from 'lucide-react';
import { useState } from 'react';
import type { EngineConnection } from '../app/engine.ts';
import { usePointed } from '../app/pointing.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Section } from '../ui/Section.tsx';
import { ConnectionChip } from './ConnectionChip.tsx';
import styles from './ConnectionsScreen.module.css';
import { UmnicoConnected } from './UmnicoConnected.tsx';
import { UmnicoSetup } from './UmnicoSetup.tsx';

export function UmnicoCard({ connection }: { readonly connection: EngineConnection }) {
  const t = useCopy('connections');
  const [replacing, setReplacing] = useState(false);
  const place = usePointed('umnico');
  const isPresent = connection.kind === 'umnico' && connection.state !== 'off';
  return (
    <Section
      title={
        <span className={styles.title}>
          <Plug size={18} aria-hidden />
          {t('umnico.title')}
        </span>
      }
      description={
        isPresent && connection.account !== null
          ? t('umnico.account', { account: connection.account })
          : t('umnico.text')
      }
      aside={<ConnectionChip state={isPresent ? connection.state : null} />}
    >
      <div ref={place} className={styles.whole}>
        {isPresent && !replacing ? (
          <UmnicoConnected connection={connection} onReplaceToken={() => setReplacing(true)} />
        ) : (
          <UmnicoSetup
            connection={connection}
            {...(isPresent && { onKeep: () => setReplacing(false) })}
            onConnected={() => setReplacing(false)}
          />
        )}
      </div>
    </Section>
  );
}
