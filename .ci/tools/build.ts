// usage: node .ci/tools/build.ts [--stale] [renderer|electron|engine ...]
// Builds into dist/. With --stale only what changed since the last build, and not a word when nothing did.
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { build } from 'vite';
import { ROOT, type Target, TARGETS } from './targets.ts';

const DIST = join(ROOT, 'dist');
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const onlyStale = process.argv.includes('--stale');

const chosen = TARGETS.filter((target) => wanted.length === 0 || wanted.includes(target.name));
if (chosen.length < wanted.length) {
  console.error(`build: no such target among ${wanted.join(', ')}; there are ${TARGETS.map((t) => t.name).join(', ')}`);
  process.exit(2);
}

const stale = chosen
  .map((target) => ({ target, stamp: fingerprint(target) }))
  .filter((job) => !onlyStale || isStale(job));
if (stale.length > 0) {
  console.error(`Building ${stale.map((job) => job.target.words).join(', ')} (Сборка)…`);
  try {
    for (const job of stale) await produce(job);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

interface Job {
  readonly target: Target;
  readonly stamp: string;
}

function stampFile(target: Target): string {
  return join(DIST, '.stamps', target.name);
}

function isStale({ target, stamp }: Job): boolean {
  const file = stampFile(target);
  return !existsSync(join(DIST, target.name)) || !existsSync(file) || readFileSync(file, 'utf8') !== stamp;
}

/** By content, not by time: a fresh clone, a branch switch and a touched file are all told right. */
function fingerprint(target: Target): string {
  const hash = createHash('sha256');
  for (const source of target.sources) {
    for (const file of filesUnder(join(ROOT, source)))
      hash.update(relative(ROOT, file)).update('\0').update(readFileSync(file));
  }
  return hash.digest('hex');
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  const entries = readDirectory(path);
  if (entries === undefined) return [path];
  return entries.flatMap((entry) => filesUnder(join(path, entry)));
}

function readDirectory(path: string): string[] | undefined {
  try {
    return readdirSync(path).sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** Built beside its place and moved there whole: an interrupted build, or two at once, never leave half of one. */
async function produce({ target, stamp }: Job): Promise<void> {
  const outDir = join(DIST, `.${target.name}-${String(process.pid)}`);
  const place = join(DIST, target.name);
  try {
    mkdirSync(outDir, { recursive: true });
    for (const bundle of target.bundles(outDir)) await build(bundle);
    if (target.name === 'engine') copyAssets(outDir);
    rmSync(stampFile(target), { force: true });
    rmSync(place, { recursive: true, force: true });
    renameSync(outDir, place);
    mkdirSync(dirname(stampFile(target)), { recursive: true });
    writeFileSync(stampFile(target), stamp);
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

/**
 * The engine's files that are not TypeScript (SQL, the sandbox's page): engine/RUNG/FOLDER/file becomes dist/engine/FOLDER/file, so that
 * `new URL('./migrations/001.sql', import.meta.url)` in engine/store/database.ts means the same in the bundle.
 */
function copyAssets(outDir: string): void {
  const engine = join(ROOT, 'engine');
  const from = new Map<string, string>();
  for (const file of filesUnder(engine)) {
    const [, ...rest] = relative(engine, file).split(sep);
    if (rest.length < 2 || file.endsWith('.ts')) continue;
    const to = join(outDir, ...rest);
    const twin = from.get(to);
    if (twin !== undefined)
      throw new Error(`build: ${twin} and ${file} would both become dist/engine/${rest.join('/')}`);
    from.set(to, file);
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(file, to);
  }
}
