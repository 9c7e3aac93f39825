import { checkFromRecord } from '../../engine/check/checkFromRecord.ts';
import { programsOf } from '../../engine/check/replay/programsOf.ts';
import type { BotCheck } from '../../engine/flow/botSchema.ts';
import { fail, ok, type Result } from '../../engine/model/result.ts';
import { call } from '../bridge.ts';
import { changeStored } from '../editor/changeStored.ts';
import { newId } from '../editor/newId.ts';
import { useEditor } from '../editor/store.ts';

/** Makes a check out of a live conversation and adds it to its bot's draft. Value: the bot's name; null = nothing was said. */
export async function addLiveCheck(lead: string, name: string): Promise<Result<string | null>> {
  const reply = await call('live.record', { lead });
  if (!reply.ok) return fail(reply.fault);
  const { record } = reply.value;
  const version = record.turns.at(-1)?.version;
  const program = version === undefined ? null : programsOf(record)(version);
  const id = newId('check', () => false);
  const check = program === null ? null : checkFromRecord(record, program, { id, name });
  return check === null ? ok(null) : addToDraft(record.bot, check);
}

async function addToDraft(botId: string, check: BotCheck): Promise<Result<string>> {
  const { isOpen, readOnly, bot: onScreen, run } = useEditor.getState();
  if (isOpen && !readOnly && onScreen.id === botId) {
    run('addCheck', { check });
    return ok(onScreen.name);
  }
  const changed = await changeStored(botId, 'addCheck', { check });
  return changed.ok ? ok(changed.value.name) : changed;
}
