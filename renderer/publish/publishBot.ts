import { ok, type Result } from '../../engine/model/result.ts';
import { refreshBots } from '../app/engine.ts';
import { navigate } from '../app/route.ts';
import { call } from '../bridge.ts';
import { copyOf } from '../copy/i18n.ts';
import { toast } from '../ui/toast.ts';
import { whenSaved } from './whenSaved.ts';

/** Publishes what is on the screen: first the draft must be stored as it is. */
export async function publishBot(bot: string, note: string): Promise<Result<null>> {
  const saved = await whenSaved(bot);
  if (!saved.ok) return saved;
  const reply = await call('bots.publish', { id: bot, ...(note !== '' && { note }) });
  if (!reply.ok) return reply;
  const { version, waiting } = reply.value;
  const t = copyOf('publish');
  const words =
    waiting > 0 ? t('doneWaiting', { number: version.number, count: waiting }) : t('done', { number: version.number });
  toast(words, {
    tone: 'success',
    ms: 7_000,
    action: { label: t('openLive'), run: () => navigate({ screen: 'live' }) },
  });
  await refreshBots();
  return ok(null);
}
