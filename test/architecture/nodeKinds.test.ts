import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { KINDS } from '../../engine/nodes/registry.ts';
import { ROOT } from './cruise.ts';

// A kind is one folder on each side and one row in each registry; the compiler sees the rows, this sees the folders.
const kinds = Object.keys(KINDS).sort();
const faces = readFileSync(join(ROOT, 'renderer/nodes/registry.ts'), 'utf8');

function foldersOf(side: string): string[] {
  return readdirSync(join(ROOT, side, 'nodes'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

test('every folder of the engine is a row of its registry, and the other way round', () => {
  expect(foldersOf('engine')).toEqual(kinds);
});

test('the window has a face for the same kinds', () => {
  expect(foldersOf('renderer')).toEqual(kinds);
});

describe.each(kinds)('%s', (kind) => {
  test.each([
    ['engine', 'schema.ts'],
    ['engine', 'run.ts'],
    ['renderer', 'Card.tsx'],
    ['renderer', 'Inspector.tsx'],
  ])('has %s/…/%s', (side, file) => {
    expect(existsSync(join(ROOT, side, 'nodes', kind, file))).toBe(true);
  });

  test('has its row in the window’s registry', () => {
    expect(faces).toContain(`'./${kind}/Card.tsx'`);
    expect(faces).toContain(`'./${kind}/Inspector.tsx'`);
  });
});
