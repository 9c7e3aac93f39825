import type { BotPatch } from '../../editor/commands/setBot.ts';
import { useEditor } from '../../editor/store.ts';

/** Changes what the bot holds beside its flows; edits under one key become one step until a pause. */
export function changeBot(patch: BotPatch, mergeKey?: string): void {
  useEditor.getState().run('setBot', mergeKey === undefined ? { patch } : { patch, mergeKey });
}
