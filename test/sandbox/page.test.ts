import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { noFaults } from '../../engine/sandbox/faults.ts';
import { openSandbox } from './sandboxKit.ts';

const folder = new URL('../../engine/sandbox/page/', import.meta.url);
const files = readdirSync(fileURLToPath(folder));
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

test('every file of the page is served, under a policy that lets nothing foreign in', async () => {
  const { sandbox } = await openSandbox();
  expect(files.length).toBeGreaterThan(5);
  for (const name of files) {
    const response = await fetch(`${sandbox.url}/${name === 'page.html' ? '' : name}`);
    expect([name, response.status, await response.text()]).toEqual([name, 200, read(name)]);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  }
});

test('the page neither builds HTML from text nor reaches outside', () => {
  for (const name of files) {
    expect([name, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(/.exec(read(name))]).toEqual([
      name,
      null,
    ]);
    expect([name, /(?:src|href)="(?:https?:)?\/\//.exec(read(name))]).toEqual([name, null]);
  }
});

test('both languages have every word, and every fault a name and a switch', async () => {
  const table = z.looseObject({ fault: z.record(z.string(), z.string()) });
  const module: unknown = await import(new URL('words.js', folder).href);
  const { ru, en } = z.object({ allWords: z.object({ ru: table, en: table }) }).parse(module).allWords;
  const keys = (value: unknown, path = ''): string[] =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).flatMap(([key, inner]) => keys(inner, `${path}.${key}`))
      : [path];
  expect(keys(en).sort()).toEqual(keys(ru).sort());
  expect(Object.keys(ru.fault).sort()).toEqual(Object.keys(noFaults).sort());
  const drawer = read('faultsDrawer.js');
  expect(Object.keys(noFaults).filter((key) => !drawer.includes(`['${key}',`))).toEqual([]);
  const asked = [...read('page.html').matchAll(/data-say(?:-label)?="(\w+)"/g)].map(([, key]) => key);
  expect(asked.filter((key) => key === undefined || !(key in ru))).toEqual([]);
});

test('a file from a customer cannot run as a page of the sandbox', async () => {
  const { sandbox, control, startCustomer } = await openSandbox();
  const customer = await startCustomer('Анна');
  const base64 = Buffer.from('<script>alert(1)</script>').toString('base64');
  const attachment = { name: '../a b.html', mime: 'text/html', base64 };
  const wrote = await control('POST', `/customers/${customer}/messages`, { attachment });
  const url = z.string().parse(wrote['message']!['attachments']![0]!['url']);
  const response = await fetch(sandbox.url + url);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
});
