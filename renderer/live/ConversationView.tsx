import { Fragment, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { FaultBanner } from '../app/FaultBanner.tsx';
import { Loading } from '../app/Loading.tsx';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from '../ui/Button.tsx';
import { ConversationHeader } from './ConversationHeader.tsx';
import { conversationItems } from './conversationItems.ts';
import { ConversationLine } from './ConversationLine.tsx';
import styles from './ConversationView.module.css';
import { DayLine } from './DayLine.tsx';
import { MessageBubble } from './MessageBubble.tsx';
import { ReplyBox } from './ReplyBox.tsx';
import { SaidBubble } from './SaidBubble.tsx';
import { SideColumn } from './side/SideColumn.tsx';
import { useSideOpen } from './side/sideOpen.ts';
import { useConversation } from './useConversation.ts';
import { useSaid } from './useSaid.ts';

/** Nearer to the end than this, new messages keep the view at the end. */
const AT_END_PX = 80;

export function ConversationView({ lead }: { readonly lead: string }) {
  const t = useCopy('live');
  const ui = useCopy('ui');
  const { conversation, fault, retry } = useConversation(lead);
  const log = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const turns = conversation?.turns;
  const deliveries = conversation?.deliveries;
  const isOpen = conversation !== null;
  const isSideOpen = useSideOpen();
  const items = useMemo(() => conversationItems(turns ?? [], deliveries ?? []), [turns, deliveries]);
  const { said, send } = useSaid(lead, turns);

  useLayoutEffect(() => {
    if (isAtEnd.current && log.current !== null) log.current.scrollTop = log.current.scrollHeight;
  }, [items, said.length]);

  // The log loses height to a banner, or the window is made smaller: its end stays in view all the same.
  useEffect(() => {
    const element = log.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      if (isAtEnd.current) element.scrollTop = element.scrollHeight;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [isOpen]);

  /** An event that was looked up stays marked until something else is. */
  function find(key: string | null): void {
    log.current?.querySelector('[data-found]')?.removeAttribute('data-found');
    if (key === null) return;
    const item = log.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(key)}"]`);
    if (!item) return;
    item.setAttribute('data-found', '');
    item.scrollIntoView({ block: 'center' });
    // Who listens to the page, or goes by keys, is led there too.
    item.tabIndex = -1;
    item.focus({ preventScroll: true });
  }

  return (
    <div className={styles.pair}>
      <section className={styles.view}>
        {fault !== null && (
          <div className={styles.fault}>
            <FaultBanner
              fault={fault}
              action={
                <Button size="dense" onClick={retry}>
                  {ui('retry')}
                </Button>
              }
            />
          </div>
        )}
        {conversation === null && fault === null && <Loading />}
        {conversation !== null && (
          <>
            <ConversationHeader conversation={conversation} />
            <div
              ref={log}
              className={styles.log}
              role="log"
              aria-label={t('log')}
              tabIndex={0}
              onPointerDown={() => find(null)}
              onScroll={({ currentTarget: at }) => {
                isAtEnd.current = at.scrollHeight - at.scrollTop - at.clientHeight < AT_END_PX;
              }}
            >
              {items.map((item, index) => (
                <Fragment key={item.key}>
                  {isNewDay(items[index - 1]?.at, item.at) && <DayLine at={item.at} first={index === 0} />}
                  {item.type === 'message' ? (
                    <MessageBubble message={item} conversation={conversation} />
                  ) : (
                    <ConversationLine item={item} bot={conversation.bot} />
                  )}
                </Fragment>
              ))}
              {said.map(({ id, text }) => (
                <SaidBubble key={id} text={text} />
              ))}
            </div>
            <ReplyBox session={conversation.session} onSend={send} />
          </>
        )}
      </section>
      {conversation !== null && isSideOpen && <SideColumn conversation={conversation} items={items} onGo={find} />}
    </div>
  );
}

function isNewDay(before: number | undefined, at: number): boolean {
  return before === undefined || new Date(before).toDateString() !== new Date(at).toDateString();
}
