import { parseArgs } from 'node:util';

/** `value`: takes one; `flag`: stands alone. */
export type OptionShape = Readonly<Record<string, 'value' | 'flag'>>;
export interface Arguments<O extends OptionShape> {
  readonly files: readonly string[];
  readonly options: { readonly [K in keyof O]: O[K] extends 'flag' ? boolean : string | undefined };
}

/** Options every command knows. */
const COMMON = { json: 'flag', language: 'value' } as const;

/** Arguments of a command, or one line that says what is wrong with them. */
export function readArguments<O extends OptionShape>(
  args: readonly string[],
  shape: O,
): Arguments<O & typeof COMMON> | { readonly wrong: string } {
  const all: OptionShape = { ...COMMON, ...shape };
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      strict: true,
      options: Object.fromEntries(
        Object.entries(all).map(([name, kind]) => [
          name,
          { type: kind === 'flag' ? ('boolean' as const) : ('string' as const) },
        ]),
      ),
    });
    const options = Object.fromEntries(
      Object.entries(all).map(([name, kind]) => [name, kind === 'flag' ? values[name] === true : values[name]]),
    );
    const { language } = values;
    if (language !== undefined && language !== 'ru' && language !== 'en')
      return { wrong: `--language ${String(language)}: ru, en` };
    // The shape decides each option's type, name by name; fromEntries cannot say so.
    return { files: positionals, options: options as Arguments<O & typeof COMMON>['options'] };
  } catch (error) {
    return { wrong: wrongArgument(error) };
  }
}

/** What `parseArgs` says, without its advice on dashes. */
export function wrongArgument(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return line.split('. To specify')[0] ?? line;
}
