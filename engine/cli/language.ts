/** The reader's language: `--language` among the arguments, else the environment's (an empty variable is none), else English. */
export function language(args: readonly string[] = process.argv): 'ru' | 'en' {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const wanted = given(args) ?? (LC_ALL || LC_MESSAGES || LANG);
  return wanted?.toLowerCase().startsWith('ru') === true ? 'ru' : 'en';
}

function given(args: readonly string[]): string | undefined {
  const at = args.indexOf('--language');
  return at >= 0 ? args[at + 1] : args.find((arg) => arg.startsWith('--language='))?.slice('--language='.length);
}
