import type { Bot } from '../../engine/flow/botSchema.ts';
import { faultWords } from '../../engine/model/faultWords.ts';
import type { Language } from '../copy/copyTypes.ts';
import type { Copy } from '../copy/i18n.ts';
import { type ConversationItem, statusName } from './conversationItems.ts';
import { ownerKey } from './ownerKey.ts';
import { placeTitle } from './placeTitle.ts';

export type Line = Exclude<ConversationItem, { type: 'message' }>;

/** Does it tell of something that went wrong? */
export function isBadLine(item: Line): boolean {
  return (
    item.type === 'failure' || item.type === 'failed' || (item.type === 'setStatus' && item.delivery?.state === 'dead')
  );
}

/** What happened between two messages, in one sentence. */
export function lineWords(item: Line, bot: Bot, t: Copy<'live'>, language: Language): string {
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
    case 'restarted':
      return t(item.forgot ? 'line.restartedForgot' : 'line.restarted');
    case 'ended':
      return t('line.ended');
  }
}
