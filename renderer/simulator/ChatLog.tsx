import { type RefObject, useLayoutEffect, useMemo, useRef } from 'react';
import { useCopy } from '../copy/useCopy.ts';
import { Bubble } from './Bubble.tsx';
import { useChatView } from './chatView.ts';
import { type Explained, explain } from './explain.ts';
import { HiddenSteps } from './HiddenSteps.tsx';
import styles from './Log.module.css';
import { PathLine } from './PathLine.tsx';
import { Starters } from './Starters.tsx';
import { SystemLine } from './SystemLine.tsx';
import { useSimulator } from './store.ts';
import { WaitLine } from './WaitLine.tsx';

const NONE: readonly Explained[] = [];
/** Closer to the end than this (px), the author is reading along. */
const NEAR_END = 24;

/** The conversation as the customer sees it, with what the bot did in grey between. */
export function ChatLog() {
  const t = useCopy('simulator');
  const talk = useSimulator((state) => state.conversation);
  const learning = useSimulator((state) => state.learning);
  const lines = useMemo(() => (talk === null ? NONE : explain(talk)), [talk]);
  const scroll = useStayAtEnd(lines);

  return (
    <div ref={scroll} className={styles.scroll}>
      {talk === null && !learning && <Starters />}
      <div className={styles.log} role="log" aria-live="off" aria-label={t('log')} data-testid="chat-log">
        {lines.map((line, at) => (
          // Items are only ever added or taken off at the end, so their place is their key.
          <Line key={at} line={line} />
        ))}
      </div>
      {learning && <p className={styles.learning}>{t('learning')}</p>}
      <WaitLine />
    </div>
  );
}

/** Shows the end when something was said, and keeps it in view when the room for the log changes (a bar, more chips). */
function useStayAtEnd(lines: readonly Explained[]): RefObject<HTMLDivElement | null> {
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
  }, [lines]);

  return scroll;
}

function Line({ line }: { readonly line: Explained }) {
  const { item } = line;
  const hidden = useChatView((state) => state.hidden);
  if (item.from !== 'system') return <Bubble item={item} explained={line} />;
  if (item.event !== 'path') return <SystemLine item={item} before={line.before} />;
  return (
    <>
      <PathLine path={item} />
      {hidden && <HiddenSteps path={item} />}
    </>
  );
}
