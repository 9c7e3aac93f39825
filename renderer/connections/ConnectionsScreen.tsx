import { useEngine } from '../app/engine.ts';
import { PageTitle } from '../app/PageTitle.tsx';
import { Waiting } from '../app/Waiting.tsx';
import { useCopy } from '../copy/useCopy.ts';
import styles from './ConnectionsScreen.module.css';
import { SandboxCard } from './SandboxCard.tsx';
import { StatusesCard } from './statuses/StatusesCard.tsx';
import { UmnicoCard } from './UmnicoCard.tsx';

export function ConnectionsScreen() {
  const t = useCopy('connections');
  const connection = useEngine((state) => state.status?.connection);
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      {connection === undefined ? (
        <Waiting for="status" />
      ) : (
        <div className={styles.page}>
          <SandboxCard connection={connection} />
          <UmnicoCard connection={connection} />
          <StatusesCard connection={connection} />
        </div>
      )}
    </>
  );
}
