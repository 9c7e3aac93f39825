import { Copy, Shuffle, Telescope } from 'lucide-react';
import { useCopy } from '../../copy/useCopy.ts';
import { Chip } from '../../ui/Chip.tsx';
import { useTopics } from '../useTopics.ts';
import type { Note } from './useNotes.ts';

/** In place: this phrase stands elsewhere too, or the bot would not have known it. */
export function NoteChip({ note }: { readonly note: Note }) {
  const t = useCopy('phrases');
  const topics = useTopics();
  if (note.kind === 'lost')
    return (
      <Chip icon={<Telescope size={12} aria-hidden />} title={t('list.lost')} testId="note-lost">
        {t('list.lostShort')}
      </Chip>
    );
  const topic = topics.find(({ id }) => id === note.topic)?.name ?? note.topic;
  if (note.kind === 'twin')
    return (
      <Chip
        tone="warning"
        icon={<Copy size={12} aria-hidden />}
        title={t('list.twin', { topic, phrase: note.phrase })}
        testId="note-twin"
      >
        {t('list.twinShort', { topic })}
      </Chip>
    );
  return (
    <Chip icon={<Shuffle size={12} aria-hidden />} title={t('list.taken', { topic })} testId="note-taken">
      {t('list.takenShort', { topic })}
    </Chip>
  );
}
