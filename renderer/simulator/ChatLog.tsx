import { MessagesSquare } from 'lucide-react';
import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { TalkItem } from '../../engine/check/talkItem.ts';
import { copyOf } from '../copy/i18n.ts';
import { useCopy } from '../copy/useCopy.ts';
import { useEditor } from '../editor/store.ts';
import { focusChat } from '../inspector/dockStore.ts';
import { Bubble } from './Bubble.tsx';
import styles from './Log.module.css';
import { PathLine } from './PathLine.tsx';
import type { PathItem } from './reasons.ts';
import { SystemLine } from './SystemLine.tsx';
import { useSimulator } from './store.ts';
import { WaitLine } from './WaitLine.tsx';

const NONE: readonly TalkItem[] = [];
/** Closer to the end than this (px), the author is reading along. */
const NEAR_END = 24;

/** The conversation as the customer sees it, with what the bot did in grey between. */
export function ChatLog() {
  const t = useCopy('simulator');
  const items = useSimulator((state) => state.conversation?.items ?? NONE);
  const started = useSimulator((state) => state.conversation !== null);
  const learning = useSimulator((state) => state.learning);
  const scroll = useStayAtEnd(items);

  return (
    <div ref={scroll} className={styles.scroll}>
      {!started && !learning && <Starters />}
      <div className={styles.log} role="log" aria-label={t('log')} data-testid="chat-log">
        {explained(items).map(({ item, path, heard, before }, at) => (
          // Items are only ever added or taken off at the end, so their place is their key.
          <Line key={at} item={item} path={path} heard={heard} before={before} />
        ))}
      </div>
      {learning && <p className={styles.learning}>{t('learning')}</p>}
      <WaitLine />
    </div>
  );
}

/** Shows the end when something was said, and keeps it in view when the room for the log changes (a bar, more chips). */
function useStayAtEnd(items: readonly TalkItem[]): RefObject<HTMLDivElement | null> {
  const scroll = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);

  useLayoutEffect(() => {
    const area = scroll.current;
    if (area === null) return undefined;
    const toEnd = (): void => {
      area.scrollTop = area.scrollHeight;
    };
    const onScroll = (): void => {
      atEnd.current = area.scrollHeight - area.scrollTop - area.clientHeight < NEAR_END;
    };
    const observer = new ResizeObserver(() => {
      if (atEnd.current) toEnd();
    });
    toEnd();
    atEnd.current = true;
    observer.observe(area);
    area.addEventListener('scroll', onScroll);
    return () => {
      observer.disconnect();
      area.removeEventListener('scroll', onScroll);
    };
  }, [items]);

  return scroll;
}

interface Explained {
  readonly item: TalkItem;
  /** What led to it: the path of its turn, and what the customer had written. */
  readonly path: PathItem | null;
  readonly heard: string | null;
  /** The status before, for lines about statuses. */
  readonly before: string | null;
}

function explained(items: readonly TalkItem[]): Explained[] {
  let path: PathItem | null = null;
  let heard: string | null = null;
  let turn = -1;
  let status: string | null = null;
  return items.map((item) => {
    if (item.turn !== turn) {
      turn = item.turn;
      path = null;
      heard = null;
    }
    if (item.from === 'customer') heard = item.text;
    // After an awaited status the turn goes on with a second path; the first one holds how the message was understood.
    if (item.from === 'system' && item.event === 'path' && (path === null || hasReason(item))) path = item;
    const before = status;
    if (item.from === 'system' && item.event === 'status' && !item.refused) status = item.status;
    return { item, path, heard, before };
  });
}

function hasReason(path: PathItem): boolean {
  return path.trace.some((entry) => entry.type === 'understood');
}

function Line({ item, path, heard, before }: Explained) {
  if (item.from !== 'system') return <Bubble item={item} path={path} heard={heard} />;
  if (item.event === 'path') return <PathLine path={item} />;
  return <SystemLine item={item} before={before} />;
}

function Starters() {
  const t = useCopy('simulator');
  const language = useEditor((state) => state.bot.language);
  const { send } = useSimulator.getState();
  const said = copyOf('simulator', language === 'ru' ? 'ru' : 'en');
  return (
    <div className={styles.starters}>
      <MessagesSquare size={28} strokeWidth={1.5} aria-hidden />
      <h3>{t('emptyTitle')}</h3>
      <p>{t('emptyText')}</p>
      <div className={styles.starterChips}>
        {(['hello', 'price', 'operator'] as const).map((key) => (
          <button
            key={key}
            type="button"
            className={styles.starter}
            onClick={() => {
              send(said(`starters.${key}`));
              focusChat();
            }}
          >
            {said(`starters.${key}`)}
          </button>
        ))}
      </div>
    </div>
  );
}
