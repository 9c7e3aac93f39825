import type { Effect } from '../../../engine/model/effect.ts';
import type { QueueRow } from '../../../engine/protocol/queueViews.ts';
import type { Copy } from '../../copy/i18n.ts';

type T = Copy<'queues'>;

/** What the row is: whose words, or which action. */
export function whatWords({ what }: QueueRow, t: T): { readonly by: string | null; readonly text: string } {
  switch (what.type) {
    case 'message': {
      const files = what.files === 0 ? [] : [t('what.files', { count: what.files })];
      return { by: t('what.message'), text: [what.text, ...files].filter((part) => part !== '').join(' · ') };
    }
    case 'managerMessage':
      return { by: t('what.managerMessage'), text: what.text };
    case 'event':
      return { by: null, text: t(`what.${what.event}`) };
    case 'effect':
      return effectWords(what.effect, t);
    case 'unreadable':
      return { by: null, text: t('what.unreadable') };
  }
}

function effectWords(effect: Effect, t: T): ReturnType<typeof whatWords> {
  const action = (text: string) => ({ by: null, text });
  switch (effect.type) {
    case 'send': {
      const files = effect.media === undefined ? [] : [t('what.files', { count: 1 })];
      return { by: t('what.send'), text: [effect.text, ...files].filter((part) => part !== '').join(' · ') };
    }
    case 'note':
      return action(t('what.note', { text: effect.text }));
    case 'assign':
      return action(t('what.assign', { name: effect.to }));
    case 'tags': {
      const tags = [...effect.add.map((tag) => `+${tag}`), ...effect.remove.map((tag) => `−${tag}`)];
      return action(t('what.tags', { tags: tags.join(', ') }));
    }
    case 'updateLead': {
      const { comment, amount, name, phone, email } = effect;
      const fields = [comment, amount, name, phone, email].filter((field) => field !== undefined);
      return action(t('what.updateLead', { fields: fields.join(' · ') }));
    }
    case 'http':
      return action(t('what.http', { request: `${effect.method} ${effect.url}` }));
    case 'setStatus':
      return action(t('what.setStatus'));
    case 'setTimer':
    case 'cancelTimer':
      return action(t('what.timer'));
  }
}
