import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../support/tempFolder.ts';
import { serveOptions } from '../../engine/cli/serveOptions.ts';

const REPOSITORY = resolve(import.meta.dirname, '../..');
const UNIT = readFileSync(join(REPOSITORY, 'engine/cli/systemd/dialogram.service'), 'utf8');
const lines = UNIT.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
const setting = (name: string): string | undefined =>
  lines.find((line) => line.startsWith(`${name}=`))?.slice(name.length + 1);

/** Is the program there at all? What it says is then what counts. */
const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;

test('the service starts what the command line understands', () => {
  const [node = '', main = '', command = '', ...args] = (setting('ExecStart') ?? '')
    .replace('$DIALOGRAM_OPTIONS', '--public-url https://bot.example.org')
    .split(' ');
  expect([node, command]).toEqual(['/opt/dialogram/node_modules/.bin/node', 'serve']);
  expect(readFileSync(main.replace('/opt/dialogram', REPOSITORY), 'utf8')).toContain('serve');
  const folder = tempFolder();
  writeFileSync(join(folder, 'umnico-token'), 'a-token\n');
  const options = serveOptions(
    args.map((arg) => arg.replace('${STATE_DIRECTORY}', folder).replace('${CREDENTIALS_DIRECTORY}', folder)),
  );
  expect(options).toMatchObject({
    data: folder,
    token: 'a-token',
    host: '127.0.0.1',
    metricsHost: '127.0.0.1',
    publicUrl: 'https://bot.example.org',
    open: false,
  });
});

test('the service has no more rights than it needs', () => {
  const wanted = {
    DynamicUser: 'yes',
    StateDirectory: 'dialogram',
    StateDirectoryMode: '0700',
    UMask: '0077',
    NoNewPrivileges: 'yes',
    ProtectSystem: 'strict',
    ProtectHome: 'yes',
    PrivateTmp: 'yes',
    CapabilityBoundingSet: '',
    RestrictNamespaces: 'yes',
  };
  expect(Object.fromEntries(Object.keys(wanted).map((name) => [name, setting(name)]))).toEqual(wanted);
  // The token comes as a credential, never in the environment or among the arguments.
  expect(setting('LoadCredential')).toBe('umnico-token:/etc/dialogram/umnico-token');
  expect(UNIT).not.toMatch(/UMNICO_TOKEN/u);
});

test('systemd itself finds nothing wrong with it, where there is one', () => {
  const folder = tempFolder();
  const root = join(folder, 'opt');
  mkdirSync(join(root, 'node_modules/.bin'), { recursive: true });
  symlinkSync(process.execPath, join(root, 'node_modules/.bin/node'));
  const file = join(folder, 'dialogram.service');
  writeFileSync(file, UNIT.replaceAll('/opt/dialogram', root));
  if (!hasSystemd) {
    expect(lines).toContain('[Service]');
    return;
  }
  const { stdout, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', file], { encoding: 'utf8' });
  // It looks at the units of this machine too, which are none of ours.
  expect(`${stdout}${stderr}`.split('\n').filter((line) => line.includes('dialogram'))).toEqual([]);
});
