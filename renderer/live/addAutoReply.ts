import type { Bot } from '../../engine/flow/botSchema.ts';
import { ok, type Result } from '../../engine/model/result.ts';
import { call } from '../bridge.ts';
import { changeStored } from '../editor/changeStored.ts';
import { useEditor } from '../editor/store.ts';

/** Lists a text among those that Umnico sends by itself, in the bot's draft. Value: was it new there? */
export async function addAutoReply(botId: string, text: string): Promise<Result<boolean>> {
  const { isOpen, readOnly, bot: onScreen, run } = useEditor.getState();
  if (isOpen && !readOnly && onScreen.id === botId) {
    const patch = withAutoReply(onScreen, text);
    if (patch !== null) run('setBot', { patch });
    return ok(patch !== null);
  }
  const opened = await call('bots.open', { id: botId });
  if (!opened.ok) return opened;
  const patch = withAutoReply(opened.value.bot, text);
  if (patch === null) return ok(false);
  const changed = await changeStored(botId, 'setBot', { patch });
  return changed.ok ? ok(true) : changed;
}

/** Null = it is listed already. */
function withAutoReply({ settings }: Bot, text: string): Pick<Bot, 'settings'> | null {
  const listed: unknown = settings?.['autoReplies'];
  const known = Array.isArray(listed) ? listed.filter((one) => typeof one === 'string') : [];
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return known.includes(line) ? null : { settings: { ...settings, autoReplies: [...known, line] } };
}
