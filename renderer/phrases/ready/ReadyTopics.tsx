import { useState } from 'react';
import { useCopy } from '../../copy/useCopy.ts';
import { useEditor } from '../../editor/store.ts';
import { CheckList } from '../../inspector/CheckList.tsx';
import { PhraseMeter } from '../../inspector/PhraseMeter.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { openTopic } from '../openTopic.ts';
import { addTopics } from '../topicActions.ts';
import { undoToast } from '../../editor/undoToast.ts';
import { asTopic, readyTopics } from './readyTopics.ts';
import styles from './ReadyTopics.module.css';

/** Topics every shop has, with the phrases people use for them: check, look, add. */
export function ReadyTopics({ onClose }: { readonly onClose: () => void }) {
  const t = useCopy('phrases');
  const bot = useEditor((state) => state.bot);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const all = readyTopics(bot);
  const offered = all.filter(({ fresh }) => fresh.length > 0);
  const [shownId, setShown] = useState(offered[0]?.id);
  const shown = all.find(({ id }) => id === shownId);

  function choose(next: string[]): void {
    // The one just checked or unchecked is the one to look at.
    const touched = next.find((id) => !chosen.includes(id)) ?? chosen.find((id) => !next.includes(id));
    setChosen(next);
    if (touched !== undefined) setShown(touched);
  }

  function add(): void {
    const added = offered.filter(({ id }) => chosen.includes(id)).map((topic) => asTopic(topic));
    onClose();
    if (!addTopics(added)) return;
    const [first] = added;
    if (first) openTopic(first.id);
    undoToast(t('ready.added', { count: added.length }));
  }

  return (
    <Dialog
      open
      onClose={onClose}
      width={760}
      title={t('ready.title')}
      description={t('ready.text')}
      footer={
        <>
          <Button onClick={onClose}>{t('ready.cancel')}</Button>
          <Button variant="primary" disabled={chosen.length === 0} onClick={add} data-testid="add-ready">
            {chosen.length === 0 ? t('ready.addNone') : t('ready.add', { count: chosen.length })}
          </Button>
        </>
      }
    >
      <div className={styles.columns}>
        <CheckList
          label={t('ready.list')}
          value={chosen}
          onChange={choose}
          items={offered.map(({ id, name, fresh, isKnown }) => ({
            value: id,
            label: name,
            aside: (
              <button
                type="button"
                className={classes(styles.look, id === shownId && styles.shown)}
                aria-pressed={id === shownId}
                aria-label={t('ready.preview', { name })}
                onClick={() => setShown(id)}
              >
                {isKnown ? t('ready.more', { count: fresh.length }) : <PhraseMeter count={fresh.length} />}
              </button>
            ),
          }))}
        />
        {shown && (
          <section className={styles.preview} aria-label={t('ready.preview', { name: shown.name })}>
            <h3>{shown.name}</h3>
            <ul tabIndex={0} aria-label={t('ready.preview', { name: shown.name })}>
              {shown.fresh.map((phrase) => (
                <li key={phrase}>{phrase}</li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Dialog>
  );
}
