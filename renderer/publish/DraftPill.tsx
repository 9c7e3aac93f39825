import { CircleCheck, CircleDashed, CirclePause, Eye, FlaskConical, PencilLine, Radio } from 'lucide-react';
import { useActions } from '../actions/provide.ts';
import { useEngine } from '../app/engine.ts';
import { useCopy } from '../copy/useCopy.ts';
import { useEditor } from '../editor/store.ts';
import { Tooltip } from '../ui/Tooltip.tsx';
import styles from './DraftPill.module.css';
import { openPublish } from './publishState.ts';
import { showChanges } from './showChanges.ts';
import { useChangesSince } from './useChangesSince.ts';
import { usePublished } from './usePublished.ts';

/** Draft or live, and how far the one is from the other. Opens what can be done about it. */
export function DraftPill({ bot }: { readonly bot: string }) {
  const t = useCopy('versions');
  const row = useEngine((state) => state.bots?.find((each) => each.id === bot));
  const isRunning = useEngine((state) => state.status?.running ?? true);
  const isSandbox = useEngine((state) => state.status?.connection.kind === 'sandbox');
  const viewing = useEditor((state) => state.viewing?.version.number ?? null);
  const isReadOnly = useEditor((state) => state.readOnly);
  const found = usePublished(bot);
  const published = found.kind === 'published' ? found.version : null;
  const count = useChangesSince(published?.bot ?? null)?.length ?? 0;
  useActions({
    versions: () => openPublish(bot, 'versions'),
    ...(published !== null && viewing === null && { showChanges: () => showChanges(bot, published) }),
  });

  function look() {
    const number = published?.number ?? 0;
    if (viewing !== null) return { tone: 'view', Icon: Eye, words: t('pill.viewing', { number: viewing }) };
    if (isReadOnly) return { tone: 'view', Icon: Eye, words: t('pill.readOnly') };
    if (published === null) return { tone: 'draft', Icon: CircleDashed, words: t('pill.draft') };
    if (count > 0) return { tone: 'draft', Icon: PencilLine, words: t('pill.changed', { count }) };
    if (!isRunning && row?.live === number)
      return { tone: 'draft', Icon: CirclePause, words: t('pill.stopped', { number }) };
    if (row?.test === number) return { tone: 'test', Icon: FlaskConical, words: t('pill.test', { number }) };
    if (row?.live === number && isSandbox)
      return { tone: 'test', Icon: FlaskConical, words: t('pill.sandbox', { number }) };
    if (row?.live === number) return { tone: 'live', Icon: Radio, words: t('pill.live', { number }) };
    return { tone: 'draft', Icon: CircleCheck, words: t('pill.published', { number }) };
  }
  const { tone, Icon, words } = look();

  return (
    <Tooltip label={t('pill.hint')}>
      <button
        type="button"
        className={styles.pill}
        data-tone={tone}
        data-testid="draft-pill"
        data-changes={count}
        onClick={() => openPublish(bot, viewing === null ? 'publish' : 'versions')}
      >
        <Icon size={13} aria-hidden />
        {words}
      </button>
    </Tooltip>
  );
}
