import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { cruise, ROOT, type Violation } from './cruise.ts';
import { PLANTED } from './plantedViolations.ts';

const FOLDERS = ['engine', 'electron', 'renderer', 'test', '.ci/tools'];

const config = z
  .object({ forbidden: z.array(z.object({ name: z.string() })) })
  .parse(createRequire(import.meta.url)(join(ROOT, '.dependency-cruiser.cjs')));
const ruleNames = [...new Set(config.forbidden.map((rule) => rule.name))];

describe('a planted violation of each import rule is caught', () => {
  let tree = '';
  let found: readonly Violation[] = [];

  beforeAll(async () => {
    // Inside the checkout, so that packages resolve as they do for the real files.
    mkdirSync(join(ROOT, '.cache'), { recursive: true });
    tree = mkdtempSync(join(ROOT, '.cache/planted-'));
    for (const file of ['package.json', 'tsconfig.json', '.ci/tools/tsconfig.all.json']) {
      mkdirSync(dirname(join(tree, file)), { recursive: true });
      cpSync(join(ROOT, file), join(tree, file));
    }
    plant(tree);
    found = await cruise(tree, FOLDERS);
  }, 60_000);

  afterAll(() => {
    rmSync(tree, { recursive: true, force: true });
  });

  test.each(PLANTED)('$rule: $from → $to', ({ rule, from, to }) => {
    expect(
      found.filter((violation) => violation.rule === rule && violation.from === from && matches(violation.to, to)),
    ).not.toEqual([]);
  });

  test('an allowed import is not reported', () => {
    const allowed = found.filter(
      (violation) => violation.from.endsWith('/allowed.ts') && violation.rule !== 'no-dead-file',
    );
    expect(allowed).toEqual([]);
  });

  test('no rule is without one', () => {
    expect(ruleNames.filter((name) => !PLANTED.some((planted) => planted.rule === name))).toEqual([]);
  });
});

test('the real tree keeps every import rule', async () => {
  const violations = await cruise(ROOT, FOLDERS);
  expect(violations.map(({ rule, from, to }) => `${rule}: ${from} → ${to}`)).toEqual([]);
}, 300_000);

/** Each planted line becomes an import in its file; the files they lead to are made, empty but for an export. */
function plant(root: string): void {
  const lines = new Map<string, string[]>();
  const add = (file: string, ...more: string[]): void => {
    lines.set(file, [...(lines.get(file) ?? []), ...more]);
  };
  const link = (from: string, to: string, asType: boolean): void => {
    const target = isOurs(to) ? `./${relative(dirname(from), to)}` : to;
    add(from, `import ${asType ? 'type ' : ''}* as m${String(lines.get(from)?.length ?? 0)} from '${target}';`);
    if (isOurs(to) && !to.includes('missing')) add(to);
  };
  for (const { rule, from, to, asType } of PLANTED) {
    if (rule === 'no-dead-file') add(to);
    else link(from, to, asType ?? false);
  }
  link('engine/model/cycleB.ts', 'engine/model/cycleA.ts', true); // the way back of the planted cycle
  for (const [from, to] of ALLOWED) link(from, to, from.startsWith('renderer/') && to.startsWith('electron/'));
  for (const [file, imports] of lines) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), `${imports.join('\n')}\nexport const here = 1;\n`);
  }
}

/** What the rules must leave alone: a rule that forbids everything would pass the tests above. */
const ALLOWED: readonly (readonly [from: string, to: string])[] = [
  ['engine/check/allowed.ts', 'engine/runtime/allowed.ts'],
  ['engine/runtime/allowed.ts', 'engine/flow/allowed.ts'],
  ['engine/flow/allowed.ts', 'engine/nodes/registry.ts'],
  ['engine/nodes/menu/allowed.ts', 'engine/nodes/kind.ts'],
  ['engine/nodes/menu/allowed.ts', 'engine/nlu/allowed.ts'],
  ['engine/nlu/allowed.ts', 'snowball-stemmers'],
  ['engine/nlu/allowed.ts', 're2js'],
  ['engine/nlu/allowed.ts', 'engine/model/allowed.ts'],
  ['engine/model/allowed.ts', 'zod'],
  ['engine/ports/allowed.ts', 'engine/model/allowed.ts'],
  ['engine/umnico/allowed.ts', 'engine/ports/allowed.ts'],
  ['engine/umnico/allowed.ts', 'node:crypto'],
  ['engine/store/allowed.ts', 'better-sqlite3'],
  ['engine/sandbox/allowed.ts', 'hono'],
  ['engine/host/allowed.ts', 'engine/store/allowed.ts'],
  ['engine/cli/allowed.ts', 'engine/sandbox/allowed.ts'],
  ['renderer/nodes/menu/allowed.ts', 'engine/nodes/menu/allowed.ts'],
  ['renderer/nodes/menu/allowed.ts', '@xyflow/react'],
  ['renderer/bridge.ts', 'electron/contract.ts'],
  ['electron/allowed.ts', 'engine/protocol.ts'],
];

function isOurs(path: string): boolean {
  return /\.tsx?$/.test(path);
}

function matches(resolved: string, to: string): boolean {
  if (to.endsWith('/missing.ts')) return resolved === './missing.ts'; // what is not there keeps the words of the import
  return isOurs(to) || to.startsWith('node:') ? resolved === to.replace(/^node:/, '') : resolved.includes(to);
}

test('the rules are read from the file that npm run check reads', () => {
  expect(readFileSync(join(ROOT, '.ci/tools/check.ts'), 'utf8')).toContain("'.dependency-cruiser.cjs'");
});
