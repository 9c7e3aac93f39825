import { useCopy } from '../copy/useCopy.ts';
import { useBotFacts } from './useBotFacts.ts';

/** The languages of the bot beside its own, and how each is called on this screen. */
export function useLanguageNames(): {
  readonly others: readonly string[];
  readonly nameOf: (language: string) => string;
} {
  const t = useCopy('inspector');
  const { language, languages } = useBotFacts();
  const names = new Intl.DisplayNames([t('locale')], { type: 'language', fallback: 'code' });
  return {
    others: languages.filter((other) => other !== language),
    nameOf: (other) => (/^[a-z]{2,3}(?:-[a-z0-9]+)*$/iu.test(other) ? (names.of(other) ?? other) : other),
  };
}
