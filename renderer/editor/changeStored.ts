import type { Bot } from '../../engine/flow/botSchema.ts';
import { fail, ok, type Result } from '../../engine/model/result.ts';
import { call } from '../bridge.ts';
import type { ArgsOf, CommandName } from './commands/commandTable.ts';
import { readDraft } from './draftKeeper.ts';
import { writeHistory } from './keptHistory.ts';
import { createEditor } from './store.ts';

/** Saving gives way to whoever saved in between, this often. */
const TRIES = 3;

/** Runs a command on a bot that is not open: the change is a step of undo like any other. Value: the bot after it. */
export async function changeStored<N extends CommandName>(
  botId: string,
  command: N,
  args: ArgsOf<N>,
): Promise<Result<Bot>> {
  for (let left = TRIES; ; left -= 1) {
    const read = await readDraft(botId);
    if (!read.ok) return read;
    const { work, revision, newer } = read.value;
    if (newer) return fail({ code: 'formatNewer', ...newer });
    const editor = createEditor(() => Date.now()).getState;
    editor().open(work.bot, { history: work.history });
    if (!editor().run(command, args)) return ok(work.bot);
    const { bot, history } = editor();
    const kept = new Set([...work.history.past, ...work.history.future].map((step) => step.id));
    const saved = await call('bots.save', { id: botId, base: revision, bot, history: writeHistory(history, kept) });
    if (saved.ok) return ok(bot);
    if (saved.fault.code !== 'changedElsewhere' || left === 1) return saved;
  }
}
