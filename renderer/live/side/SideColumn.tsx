import { Map as MapIcon, X } from 'lucide-react';
import { useCopy } from '../../copy/useCopy.ts';
import { FaultBanner } from '../../app/FaultBanner.tsx';
import { Loading } from '../../app/Loading.tsx';
import { showVersionPlace } from '../../publish/lookAtVersion.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { placeTitle } from '../placeTitle.ts';
import type { Conversation } from '../useConversation.ts';
import styles from './SideColumn.module.css';
import { SideFacts } from './SideFacts.tsx';
import { setSideOpen } from './sideOpen.ts';
import { useDetails } from './useDetails.ts';
import { VariableRow } from './VariableRow.tsx';

/** What is known of a conversation beside its words: who leads it, where it stands, what it has learnt. Read only. */
export function SideColumn({ conversation }: { readonly conversation: Conversation }) {
  const t = useCopy('liveSide');
  const { session, bot } = conversation;
  const { details, fault } = useDetails(session);
  const labels = new Map(bot.variables?.map(({ id, label }) => [id, label?.trim() ?? '']));
  const nameOf = (id: string): string => labels.get(id) || id;
  return (
    <aside className={styles.side} aria-label={t('title')} data-testid="conv-side">
      <header className={styles.head}>
        <h3>{t('title')}</h3>
        <IconButton size="dense" label={t('close')} icon={<X />} onClick={() => setSideOpen(false)} />
      </header>
      <SideFacts conversation={conversation} />
      {fault !== null && <FaultBanner fault={fault} />}
      {details === null && fault === null && <Loading />}
      {details !== null && (
        <>
          <section className={styles.part}>
            <h4>{t('block')}</h4>
            {details.place === null ? (
              <p className={styles.nothing}>{t('noBlock')}</p>
            ) : (
              <>
                <p className={styles.value} data-testid="conv-block">
                  {placeTitle(bot, `${details.place.flow}/${details.place.node}`)}
                </p>
                <Button
                  size="dense"
                  icon={<MapIcon aria-hidden />}
                  onClick={() => void showVersionPlace(details.bot, details.version, details.place)}
                >
                  {t('showBlock')}
                </Button>
              </>
            )}
          </section>
          <section className={styles.part}>
            <h4>{t('variables')}</h4>
            {details.variables.length === 0 ? (
              <p className={styles.nothing}>{t('noVariables')}</p>
            ) : (
              <dl>
                {details.variables.map(({ id, value }) => (
                  <VariableRow key={id} name={nameOf(id)} value={value} />
                ))}
              </dl>
            )}
          </section>
          <Words title={t('tags')} words={details.tags} />
          <Words title={t('goals')} words={details.goals} />
        </>
      )}
    </aside>
  );
}

/** Not worth a line while there are none: most bots set no tags. */
function Words({ title, words }: { readonly title: string; readonly words: readonly string[] }) {
  if (words.length === 0) return null;
  return (
    <section className={styles.part}>
      <h4>{title}</h4>
      <p className={styles.chips}>
        {words.map((word) => (
          <Chip key={word} title={word}>
            {word}
          </Chip>
        ))}
      </p>
    </section>
  );
}
