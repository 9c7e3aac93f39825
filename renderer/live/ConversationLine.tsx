import type { Bot } from '../../engine/flow/botSchema.ts';
import { faultWords } from '../../engine/model/faultWords.ts';
import type { Copy } from '../copy/i18n.ts';
import type { Language } from '../copy/copyTypes.ts';
import { usePreferences } from '../app/preferences.ts';
import { useCopy } from '../copy/useCopy.ts';
import { classes } from '../ui/classes.ts';
import { type ConversationItem, statusName } from './conversationItems.ts';
import styles from './ConversationView.module.css';
import { ownerKey } from './ownerKey.ts';
import { placeTitle } from './placeTitle.ts';

type Line = Exclude<ConversationItem, { type: 'message' }>;

export interface ConversationLineProps {
  readonly item: Line;
  readonly bot: Bot;
}

/** What happened between the messages, in the middle of the page. */
export function ConversationLine({ item, bot }: ConversationLineProps) {
  const t = useCopy('live');
  const language = usePreferences((state) => state.language);
  const isBad =
    item.type === 'failure' || item.type === 'failed' || (item.type === 'setStatus' && item.delivery?.state === 'dead');
  return (
    <p
      className={classes(styles.line, item.type === 'owner' && styles.owner, isBad && styles.bad)}
      data-line={item.type}
    >
      {lineWords(item, bot, t, language)}
    </p>
  );
}

function lineWords(item: Line, bot: Bot, t: Copy<'live'>, language: Language): string {
  switch (item.type) {
    case 'path':
      return item.places.map((place) => placeTitle(bot, `${place.flow}/${place.node}`)).join(' → ');
    case 'owner': {
      const words = t(ownerKey(item.owner, item.reason));
      return item.note === undefined ? words : t('noted', { words, note: item.note });
    }
    case 'status':
      return item.status === null
        ? t('line.statusUnknown')
        : t('line.status', { status: statusName(bot, item.status) });
    case 'setStatus': {
      const words = t('line.setStatus', { status: statusName(bot, item.status) });
      if (item.delivery === null || item.delivery.state === 'sent') return words;
      return `${words} · ${t(`delivery.${item.delivery.state}`, { attempts: item.delivery.attempts })}`;
    }
    case 'note':
      return t('line.note', { text: item.text });
    case 'assign':
      return t('line.assign', { name: item.name });
    case 'tags':
      return t('line.tags', { tags: item.tags });
    case 'lead':
      return t('line.lead', { fields: item.fields });
    case 'http':
      return t('line.http', { request: item.request });
    case 'goal':
      return t('line.goal', { goal: item.goal });
    case 'timer':
      return t('line.timer');
    case 'failed':
      return t('line.failed', { what: item.fault === null ? '—' : faultWords(item.fault, language).what });
    case 'failure':
      return t('line.failure', { what: t(`failure.${item.what}`) });
    case 'ended':
      return t('line.ended');
  }
}
