import { useMemo } from 'react';
import { usePreferences } from '../app/preferences.ts';
import { type AriaConfig, ariaConfig } from './ariaConfig.ts';

/** The same object until the language changes. */
export function useAriaConfig(): AriaConfig {
  const language = usePreferences((state) => state.language);
  return useMemo(() => ariaConfig(language), [language]);
}
