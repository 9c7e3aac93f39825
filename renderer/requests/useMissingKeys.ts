import { useMemo } from 'react';
import { useEditor } from '../editor/store.ts';
import { secretsUsed } from './secretsUsed.ts';
import { useRequestSettings } from './useRequestSettings.ts';

/** Access keys that the bot's requests carry and this computer does not have. */
export function useMissingKeys(): readonly string[] {
  const bot = useEditor(({ viewing, bot }) => viewing?.draft.bot ?? bot);
  const { settings } = useRequestSettings();
  return useMemo(() => {
    const known = new Set(settings?.keys.map(({ name }) => name));
    return settings === null ? [] : secretsUsed(bot).filter((name) => !known.has(name));
  }, [bot, settings]);
}
