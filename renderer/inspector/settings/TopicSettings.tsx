import { Plus } from 'lucide-react';
import { useCopy } from '../../copy/useCopy.ts';
import { useBotFacts } from '../../nodes/useBotFacts.ts';
import { goPhrases } from '../../phrases/goPhrases.ts';
import { nameTopic } from '../../phrases/phrasesView.ts';
import { addTopic } from '../../phrases/topicActions.ts';
import { Button } from '../../ui/Button.tsx';
import inspector from '../Inspector.module.css';
import { TopicLink } from '../TopicLink.tsx';
import styles from '../TopicLink.module.css';

/** What customers write about; the phrases themselves have a screen of their own. */
export function TopicSettings() {
  const t = useCopy('inspector');
  const { intents } = useBotFacts();

  function add(): void {
    const id = addTopic(t('topics.newName', { number: intents.length + 1 }));
    if (id === null) return;
    goPhrases(id);
    nameTopic(id);
  }

  return (
    <>
      <p className={inspector.note}>{t('topics.hint')}</p>
      {intents.length > 0 && (
        <ul className={styles.list}>
          {intents.map((intent) => (
            <li key={intent.id}>
              <TopicLink topic={intent} named />
            </li>
          ))}
        </ul>
      )}
      <Button size="dense" variant="ghost" icon={<Plus />} className={inspector.addRow} onClick={add}>
        {t('topics.add')}
      </Button>
    </>
  );
}
