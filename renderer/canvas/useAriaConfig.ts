import { useMemo } from 'react';
import { usePreferences } from '../app/preferences.ts';
import type { AriaLabelConfig } from '@xyflow/react';
import { ariaConfig } from './ariaConfig.ts';

/** The same object until the language changes. */
export function useAriaConfig(): AriaLabelConfig {
  const language = usePreferences((state) => state.language);
  return useMemo(() => ariaConfig(language), [language]);
}
