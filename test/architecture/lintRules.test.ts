import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';
import { ROOT } from './cruise.ts';

const eslint = new ESLint({ cwd: ROOT });

/** The rules that complain when `text` is what stands in an existing file of the project. */
async function complaints(path: string, text: string): Promise<readonly string[]> {
  const [result] = await eslint.lintText(text, { filePath: `${ROOT}/${path}` });
  return (result?.messages ?? []).map((message) => message.ruleId ?? message.message);
}

const CORE = 'engine/model/result.ts';
const SHELL = 'electron/findDesktop.ts';

describe('the linter catches', () => {
  test.each([
    ['a default export', SHELL, 'export default 1;\n', 'no-restricted-syntax'],
    ['a barrel', SHELL, "export * from './start.ts';\n", 'no-restricted-syntax'],
    [
      'a second window',
      SHELL,
      'declare const BrowserWindow: new () => object;\nexport const w = new BrowserWindow();\n',
      'no-restricted-syntax',
    ],
    ['a clock in the core', CORE, 'export const at = Date.now();\n', 'no-restricted-syntax'],
    ['today in the core', CORE, 'export const at = new Date();\n', 'no-restricted-syntax'],
    ['chance in the core', CORE, 'export const dice = Math.random();\n', 'no-restricted-syntax'],
    ['any', CORE, 'export const x: any = 1;\n', '@typescript-eslint/no-explicit-any'],
    [
      'a promise nobody waits for',
      SHELL,
      'export function f(): void {\n  Promise.resolve(1);\n}\n',
      '@typescript-eslint/no-floating-promises',
    ],
    [
      'a switch that forgets a case',
      CORE,
      "export function f(x: 'a' | 'b'): void {\n  switch (x) {\n    case 'a':\n  }\n}\n",
      '@typescript-eslint/switch-exhaustiveness-check',
    ],
    ['a @ts-ignore', CORE, '// @ts-ignore\nexport const x = 1;\n', '@typescript-eslint/ban-ts-comment'],
    ['a long file', CORE, 'export {};\n'.repeat(401), 'max-lines'],
  ])(
    '%s',
    async (_what, path, text, rule) => {
      expect(await complaints(path, text)).toContain(rule);
    },
    60_000,
  );

  test('a switched-off rule: the comment has no effect and is itself reported', async () => {
    const found = await complaints(
      CORE,
      '// eslint-disable-next-line @typescript-eslint/no-explicit-any\nexport const x: any = 1;\n',
    );
    expect(found).toContain('@typescript-eslint/no-explicit-any');
    expect(found.some((complaint) => complaint.includes('noInlineConfig'))).toBe(true);
  }, 60_000);

  test('nothing in plain good code', async () => {
    expect(await complaints(CORE, "export const at = new Date('2026-01-01T00:00:00Z').getTime();\n")).toEqual([]);
  }, 60_000);
});
