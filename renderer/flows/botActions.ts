import type { TemplateName } from '../../engine/flow/templates/templateBot.ts';
import { call } from '../bridge.ts';
import { openTextFile, saveTextFile, type TextFile } from '../app/files.ts';
import type { BotRow } from '../app/engine.ts';
import { refreshBots, useEngine } from '../app/engine.ts';
import { navigate } from '../app/route.ts';
import { showFault } from '../app/showFault.ts';
import { copyOf, currentLanguage } from '../copy/i18n.ts';
import { changeStored } from '../editor/changeStored.ts';
import { reviewOutside } from '../requests/outsideReview.ts';
import { toast } from '../ui/toast.ts';
import { hideBot, showBot } from './hiddenBots.ts';
import { showImportFault } from './importFault.ts';
import { setOwnTimeZone } from './ownTimeZone.ts';

// What the list can do with bots. Each tells its own failure.

const UNDO_MS = 10_000;

/** Value: its id; null = not made, and the reason told. */
export async function createBot(template: TemplateName): Promise<string | null> {
  const reply = await call('bots.create', { template, language: currentLanguage() });
  if (!reply.ok) {
    showFault(reply.fault);
    return null;
  }
  await setOwnTimeZone(reply.value.id);
  await refreshBots();
  navigate({ screen: 'flow', bot: reply.value.id });
  return reply.value.id;
}

export async function importBot(): Promise<void> {
  const file = await openTextFile();
  if (file !== null) await importFile(file);
}

/** Makes a bot of a file, whichever way it came, and opens it; the file of a bot that is here as it is opens that one. */
export async function importFile(file: TextFile): Promise<void> {
  const reply = await call('bots.import', { text: file.text });
  if (!reply.ok) {
    showImportFault(file, reply.fault);
    return;
  }
  const isHere = useEngine.getState().bots?.some((bot) => bot.id === reply.value.id) ?? false;
  await refreshBots();
  navigate({ screen: 'flow', bot: reply.value.id });
  if (isHere) return;
  toast(copyOf('flows')('imported'), { tone: 'success' });
  reviewOutside({ came: 'bot', bot: reply.value.id });
}

/** A draft that can't be read is replaced by its newest version that can. */
export async function restoreBot(row: BotRow): Promise<void> {
  const reply = await call('bots.restore', { id: row.id });
  if (!reply.ok) showFault(reply.fault);
  else toast(copyOf('flows')('restored', { name: row.name, number: reply.value.number }), { tone: 'success' });
  await refreshBots();
}

export async function exportBot(id: string): Promise<void> {
  const reply = await call('bots.export', { id });
  if (!reply.ok) {
    showFault(reply.fault);
    return;
  }
  if (await saveTextFile(reply.value))
    toast(copyOf('flows')('exported', { name: reply.value.name }), { tone: 'success' });
}

export async function duplicateBot(id: string): Promise<void> {
  const reply = await call('bots.duplicate', { id });
  if (!reply.ok) {
    showFault(reply.fault);
    return;
  }
  await refreshBots();
  toast(copyOf('flows')('duplicated'), { tone: 'success' });
}

/** False = the old name stays. */
export async function renameBot(row: BotRow, name: string): Promise<boolean> {
  if (name === row.name || name === '') return true;
  const saved = await changeStored(row.id, 'setBot', { patch: { name } });
  if (!saved.ok) showFault(saved.fault);
  await refreshBots();
  return saved.ok;
}

/** Gone from the list at once, from the disk when the time to think again is over. */
export function deleteBot(row: BotRow): void {
  const t = copyOf('flows');
  hideBot(row.id);
  toast(t('deleted', { name: row.name }), {
    ms: UNDO_MS,
    action: { label: t('undo'), run: () => showBot(row.id) },
    onGone: () => void reallyDelete(row.id),
  });
}

async function reallyDelete(id: string): Promise<void> {
  const reply = await call('bots.delete', { id });
  if (!reply.ok) showFault(reply.fault);
  await refreshBots();
  showBot(id); // by now it is gone from the list itself, or it could not be deleted
}
