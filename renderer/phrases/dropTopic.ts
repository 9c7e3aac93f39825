import { nodesWaitingFor } from './nodesWaitingFor.ts';
import { copyOf } from '../copy/i18n.ts';
import { useEditor } from '../editor/store.ts';
import { removeTopic, topicsNow } from './topicActions.ts';
import { undoToast } from '../editor/undoToast.ts';
import { openTopic } from './openTopic.ts';

/** Deletes a topic, says so with a way back, and opens its neighbour. */
export function dropTopic(id: string): void {
  const topics = topicsNow();
  const at = topics.findIndex((topic) => topic.id === id);
  const topic = topics[at];
  const used = nodesWaitingFor(useEditor.getState().bot, id).named.length;
  if (!topic || !removeTopic(id)) return;
  const beside = topics[at + 1] ?? topics[at - 1];
  openTopic(beside?.id ?? null, 'replace');
  const t = copyOf('phrases');
  undoToast(
    used > 0 ? t('topics.removedUsed', { name: topic.name, count: used }) : t('topics.removed', { name: topic.name }),
  );
}
