import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { answerAsset, APP_ORIGIN, assetPath } from '../../electron/scheme.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { traversals } from '../support/traversals.ts';

/** A window's folder with a secret beside it, and links that lead to it. */
function builtWindow(): string {
  const world = tempFolder();
  const folder = join(world, 'renderer');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<!doctype html>page');
  writeFileSync(join(folder, 'assets/index-B_x-1.js'), 'script');
  writeFileSync(join(folder, '.env'), 'SECRET');
  writeFileSync(join(folder, 'notes.txt'), 'SECRET');
  writeFileSync(join(world, 'secret.json'), 'SECRET');
  mkdirSync(join(world, 'renderer-old'));
  writeFileSync(join(world, 'renderer-old/secret.json'), 'SECRET');
  symlinkSync(join(world, 'secret.json'), join(folder, 'linked.json'));
  symlinkSync(world, join(folder, 'out'));
  symlinkSync('../renderer-old', join(folder, 'sibling'));
  symlinkSync('index.html', join(folder, 'inside.html'));
  return folder;
}

describe('the window’s own scheme (E2)', () => {
  test('serves the page, its parts, and a link that stays inside', async () => {
    const folder = builtWindow();
    for (const [path, body, type] of [
      ['/', '<!doctype html>page', 'text/html'],
      ['/index.html', '<!doctype html>page', 'text/html'],
      ['/index.html?at=/flow/b1#x', '<!doctype html>page', 'text/html'],
      ['/assets/index-B_x-1.js', 'script', 'text/javascript'],
      ['/inside.html', '<!doctype html>page', 'text/html'],
    ] as const) {
      const response = await answerAsset(folder, 'GET', APP_ORIGIN + path);
      expect([path, response.status, await response.text()]).toEqual([path, 200, body]);
      expect(response.headers.get('content-type')).toContain(type);
    }
  });

  test('200 ways out of the folder end in 404', async () => {
    const folder = builtWindow();
    const targets = traversals();
    expect(new Set(targets).size).toBeGreaterThanOrEqual(200);
    for (const target of targets) {
      const response = await answerAsset(folder, 'GET', APP_ORIGIN + target);
      expect([target, response.status, await response.text()]).toEqual([target, 404, '']);
    }
  });

  test('another scheme, another host, another method: 404', async () => {
    const folder = builtWindow();
    for (const url of [
      'app://dialogram.evil/index.html',
      'app://other/index.html',
      'app://dialogram@evil/index.html',
      'app:///index.html',
      'app:index.html',
      'file:///etc/passwd',
      `file://${folder}/index.html`,
      'https://dialogram/index.html',
      '',
    ]) {
      expect(assetPath(url)).toBeUndefined();
      expect((await answerAsset(folder, 'GET', url)).status).toBe(404);
    }
    expect((await answerAsset(folder, 'POST', `${APP_ORIGIN}/index.html`)).status).toBe(404);
  });

  test('a folder that is not there serves nothing', async () => {
    const gone = join(tempFolder(), 'gone');
    expect((await answerAsset(gone, 'GET', `${APP_ORIGIN}/index.html`)).status).toBe(404);
  });
});

test('every answer carries the content security policy, also a refusal (E3)', async () => {
  const folder = builtWindow();
  for (const path of ['/', '/assets/index-B_x-1.js', '/nothing.js']) {
    const { headers } = await answerAsset(folder, 'GET', APP_ORIGIN + path);
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  }
});
