import { ok, type Result } from '../../engine/model/result.ts';
import { refreshBots } from '../app/engine.ts';
import { navigate } from '../app/route.ts';
import { call } from '../bridge.ts';
import { copyOf } from '../copy/i18n.ts';
import { askRollback } from './publishState.ts';
import { tellPublished } from './publishToast.ts';
import { whenSaved } from './whenSaved.ts';

/** Publishes what is on the screen: first the draft must be stored as it is. */
export async function publishBot(bot: string, note: string, audience: 'test' | 'all'): Promise<Result<null>> {
  const saved = await whenSaved(bot);
  if (!saved.ok) return saved;
  const reply = await call('bots.publish', { id: bot, audience, ...(note !== '' && { note }) });
  if (!reply.ok) return reply;
  const { version, waiting, before } = reply.value;
  const t = copyOf('publish');
  const { number } = version;
  const from = (audience === 'test' ? before.test : null) ?? before.all ?? before.test;
  const words =
    waiting > 0 && from !== null
      ? t('doneWaiting', { number, count: waiting, from: from.number })
      : t(audience === 'test' ? 'doneTest' : 'done', { number });
  tellPublished(words, {
    action: { label: t('openLive'), run: () => navigate({ screen: 'live' }) },
    secondAction: {
      label: t('rollback'),
      run: () => askRollback({ to: 'before', bot, published: version, before }),
    },
  });
  await refreshBots();
  return ok(null);
}
