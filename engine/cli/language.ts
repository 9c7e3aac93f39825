/** The reader's language: `--language` among the arguments, else the environment's, else English. */
export function language(args: readonly string[] = process.argv): 'ru' | 'en' {
  const given = args.indexOf('--language');
  const wanted = given >= 0 ? args[given + 1] : (process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG);
  return wanted?.toLowerCase().startsWith('ru') === true ? 'ru' : 'en';
}
