import {
  BellOff,
  Bot,
  CircleAlert,
  CircleStop,
  Clock,
  Contact,
  Flag,
  Globe,
  Headset,
  MessageSquareText,
  Tag,
  Tags,
  UserRoundCheck,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { TalkItem } from '../../engine/check/talkItem.ts';
import type { Bot as BotFile } from '../../engine/flow/botSchema.ts';
import type { Copy, CopyKey } from '../copy/i18n.ts';
import { simulatorCopy } from '../copy/simulator.ts';
import { useCopy } from '../copy/useCopy.ts';
import { useEditor } from '../editor/store.ts';
import { classes } from '../ui/classes.ts';
import { durationWords } from './durationWords.ts';
import { Details } from './Details.tsx';
import styles from './Log.module.css';
import { placeTitle } from './placeTitle.ts';

type SystemItem = Exclude<Extract<TalkItem, { from: 'system' }>, { event: 'path' }>;

interface Said {
  readonly icon: LucideIcon;
  readonly text: string;
  readonly tone?: 'danger' | 'operator' | undefined;
  /** Beneath, smaller. */
  readonly remark?: string;
}

/** What happened around the words: statuses, who has the conversation, time, failures. */
export function SystemLine({ item, before }: { readonly item: SystemItem; readonly before: string | null }) {
  const t = useCopy('simulator');
  const bot = useEditor((state) => state.bot);
  const { icon: Icon, text, tone, remark } = said(item, before, bot, t);
  return (
    <div className={classes(styles.system, tone !== undefined && styles[`tone-${tone}`])} data-event={item.event}>
      <p>
        <Icon size={13} aria-hidden />
        <span>{text}</span>
      </p>
      {remark !== undefined && <p className={styles.remark}>{remark}</p>}
      {(item.event === 'failure' || (item.event === 'http' && item.real !== undefined)) && <Details item={item} />}
    </div>
  );
}

function said(item: SystemItem, before: string | null, bot: BotFile, t: Copy<'simulator'>): Said {
  switch (item.event) {
    case 'status': {
      const names = { before: statusName(before, bot, t, 'noStatus'), after: statusName(item.status, bot, t) };
      if (item.refused) return { icon: CircleAlert, text: t('statusRefused', names), tone: 'danger' };
      return { icon: Tag, text: t(item.by === 'manager' ? 'statusByManager' : 'statusLine', names) };
    }
    case 'owner': {
      const icons = { bot: Bot, human: Headset, off: BellOff };
      const words = t(({ bot: 'ownerBot', human: 'ownerHuman', off: 'ownerOff' } as const)[item.owner]);
      const tone = item.owner === 'human' ? 'operator' : undefined;
      return { icon: icons[item.owner], text: `${words}: ${reasonWords(item.reason, t)}`, tone };
    }
    case 'note':
      return { icon: MessageSquareText, text: t('noteLine', { text: item.text }) };
    case 'assign':
      return { icon: UserRoundCheck, text: t('assignLine', { to: item.to }) };
    case 'tags': {
      const tags = [...item.add.map((tag) => `+${tag}`), ...item.remove.map((tag) => `−${tag}`)].join(', ');
      return { icon: Tags, text: t('tagsLine', { tags }) };
    }
    case 'lead':
      return { icon: Contact, text: t('leadLine', { fields: Object.values(item.fields).join(' · ') }) };
    case 'http':
      return saidOfRequest(item, t);
    case 'goal':
      return { icon: Flag, text: t('goalLine', { goal: item.name }) };
    case 'advanced':
      return { icon: Clock, text: t('advanced', { time: durationWords(item.ms, t) }) };
    case 'ended':
      return { icon: CircleStop, text: t('ended') };
    case 'silent':
      return { icon: BellOff, text: words(`silent.${item.reason}`, simulatorCopy.en.silent, item.reason, t) };
    case 'failure': {
      const what = words(`failure.${item.what}`, simulatorCopy.en.failure, item.what, t);
      const text = item.place === null ? what : t('failureAt', { block: placeTitle(bot, item.place), what });
      return { icon: CircleAlert, text, tone: 'danger' };
    }
  }
}

function saidOfRequest(item: Extract<SystemItem, { event: 'http' }>, t: Copy<'simulator'>): Said {
  const { method, url, real } = item;
  if (real?.state === 'asked') return { icon: Globe, text: t('httpAsked', { method, url }), remark: t('httpReal') };
  const status = item.status === 0 ? t('noReply') : String(item.status);
  const text = t('httpLine', { method, url, status });
  const fault =
    real?.state === 'failed' ? words(`httpFault.${real.fault}`, simulatorCopy.en.httpFault, real.fault, t) : '';
  const remark = real === undefined ? t('httpSample') : [t('httpReal'), fault].filter((part) => part !== '').join(': ');
  return { icon: Globe, text, tone: item.ok ? undefined : 'danger', remark };
}

function words(key: string, known: Readonly<Record<string, string>>, name: string, t: Copy<'simulator'>): string {
  return Object.hasOwn(known, name) ? t(key as CopyKey<'simulator'>) : name;
}

function reasonWords(reason: string, t: Copy<'simulator'>): string {
  return words(`ownerReason.${reason}`, simulatorCopy.en.ownerReason, reason, t);
}

function statusName(
  id: string | null,
  bot: BotFile,
  t: Copy<'simulator'>,
  none: 'noStatus' | 'unknownStatus' = 'unknownStatus',
): string {
  return (id === null ? undefined : bot.statuses?.find((status) => status.id === id)?.name) ?? t(none);
}
