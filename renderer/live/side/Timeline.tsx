import {
  Ban,
  Bot,
  CircleAlert,
  CircleStop,
  Clock,
  Flag,
  Headset,
  Info,
  RotateCcw,
  Tag,
  UserRound,
  Workflow,
  type LucideIcon,
} from 'lucide-react';
import { useState } from 'react';
import type { Bot as BotFile } from '../../../engine/flow/botSchema.ts';
import { usePreferences } from '../../app/preferences.ts';
import { fullTime, timeOf } from '../../app/times.ts';
import { useNow } from '../../app/useNow.ts';
import type { Language } from '../../copy/copyTypes.ts';
import type { Copy } from '../../copy/i18n.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { Button } from '../../ui/Button.tsx';
import { lineWords } from '../lineWords.ts';
import { placeTitle } from '../placeTitle.ts';
import type { TimelineEvent } from './timeline.ts';
import styles from './Timeline.module.css';

const SHOWN_AT_ONCE = 8;

export interface TimelineProps {
  readonly events: readonly TimelineEvent[];
  readonly bot: BotFile;
  /** To the place of an event in the conversation. */
  readonly onGo: (key: string) => void;
}

/** What happened, the newest first; each event leads to where it stands in the conversation. */
export function Timeline({ events, bot, onGo }: TimelineProps) {
  const t = useCopy('liveSide');
  const live = useCopy('live');
  const language = usePreferences((state) => state.language);
  const now = useNow();
  const [all, setAll] = useState(false);
  const shown = all ? events : events.slice(0, SHOWN_AT_ONCE);
  if (events.length === 0) return <p className={styles.nothing}>{t('noEvents')}</p>;
  return (
    <>
      <ol className={styles.list} data-testid="conv-timeline">
        {shown.map((event) => {
          const Icon = iconOf(event);
          const words = eventWords(event, bot, { side: t, live }, language);
          return (
            <li key={event.key}>
              <button
                type="button"
                className={styles.event}
                data-event={event.type === 'line' ? event.line.type : event.type}
                data-human={isHuman(event) || undefined}
                data-bad={event.isBad || undefined}
                title={words}
                onClick={() => onGo(event.key)}
              >
                <Icon size={14} aria-hidden />
                <span className={styles.words}>{words}</span>
                <time title={fullTime(event.at, language)}>{timeOf(event.at, now, language)}</time>
              </button>
            </li>
          );
        })}
      </ol>
      {events.length > SHOWN_AT_ONCE && (
        <Button className={styles.more} variant="ghost" size="dense" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('fewEvents') : t('allEvents', { count: events.length })}
        </Button>
      )}
    </>
  );
}

function isHuman(event: TimelineEvent): boolean {
  if (event.type !== 'line') return event.type === 'operator';
  return event.line.type === 'owner' && event.line.owner === 'human';
}

function iconOf(event: TimelineEvent): LucideIcon {
  if (event.isBad) return CircleAlert;
  if (event.type === 'line') {
    const { line } = event;
    switch (line.type) {
      case 'owner':
        return { bot: Bot, human: Headset, off: Ban }[line.owner];
      case 'status':
      case 'setStatus':
      case 'tags':
        return Tag;
      case 'goal':
        return Flag;
      case 'timer':
        return Clock;
      case 'ended':
        return CircleStop;
      case 'restarted':
        return RotateCcw;
      default:
        return Info;
    }
  }
  return { customer: UserRound, operator: Headset, bot: Bot, block: Workflow }[event.type];
}

function eventWords(
  event: TimelineEvent,
  bot: BotFile,
  t: { readonly side: Copy<'liveSide'>; readonly live: Copy<'live'> },
  language: Language,
): string {
  switch (event.type) {
    case 'customer':
      return t.side('event.customer', { text: event.text });
    case 'operator':
      return event.name === null ? t.side('event.operator') : t.side('event.operatorNamed', { name: event.name });
    case 'bot':
      return t.side(event.isBad ? 'event.undelivered' : 'event.bot', { count: event.count });
    case 'block':
      return t.side('event.block', { block: placeTitle(bot, `${event.place.flow}/${event.place.node}`) });
    case 'line':
      return lineWords(event.line, bot, t.live, language);
  }
}
