import { join, resolve } from 'node:path';
import { type InlineConfig } from 'vite';

export const ROOT = resolve(import.meta.dirname, '../..');

export interface Target {
  readonly name: 'renderer' | 'electron' | 'engine';
  /** What a person is told while it is built. */
  readonly words: string;
  /** Folders and files whose content decides whether the last build still holds. */
  readonly sources: readonly string[];
  /** Each is one run of Vite; all of them write into the same folder. */
  readonly bundles: (outDir: string) => readonly InlineConfig[];
}

const SHARED = ['vite.config.ts', '.ci/tools/targets.ts', '.ci/tools/build.ts', 'package-lock.json', 'tsconfig.json'];

function nodeBundle(outDir: string, input: Record<string, string>, format: 'es' | 'cjs'): InlineConfig {
  return {
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, target: 'node' },
    // ssh2 looks beside itself for a helper of Windows when it is loaded; a module of this format has no such name.
    ...(format === 'es' ? { define: { __dirname: 'import.meta.dirname' } } : {}),
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target: 'node20', // the Node inside the oldest Electron that the tests use
      minify: false, // stack traces in a log must be readable
      reportCompressedSize: false,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(input).map(([name, file]) => [name, join(ROOT, file)])),
        // better-sqlite3 and ngrok find their binaries beside their own files; optional natives of ws and ssh2 (cpu-features,
        // sshcrypto) are not wanted: both work without, in plain JavaScript.
        external: [
          'electron',
          'better-sqlite3',
          '@ngrok/ngrok',
          'bufferutil',
          'utf-8-validate',
          'cpu-features',
          /sshcrypto\.node$/u,
        ],
        output: {
          format,
          entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js',
          // Beside the entries: code that reads a file next to itself finds it there (see copyAssets in build.ts).
          chunkFileNames: '[name]-[hash].js',
        },
      },
    },
  };
}

export const TARGETS: readonly Target[] = [
  {
    name: 'renderer',
    words: 'the window',
    sources: [...SHARED, 'renderer', 'electron/contract.ts', 'engine'],
    bundles: (outDir) => [
      { configFile: join(ROOT, 'vite.config.ts'), mode: 'production', logLevel: 'warn', build: { outDir } },
    ],
  },
  {
    name: 'electron',
    words: 'the desktop shell',
    sources: [...SHARED, 'electron', 'engine/protocol', 'engine/protocol.ts', 'engine/model'],
    bundles: (outDir) => [
      nodeBundle(outDir, { main: 'electron/main.ts' }, 'es'),
      // A sandboxed preload script must be one CommonJS file.
      nodeBundle(outDir, { preload: 'electron/preload.ts' }, 'cjs'),
    ],
  },
  {
    name: 'engine',
    words: 'the engine',
    sources: [...SHARED, 'engine'],
    bundles: (outDir) => [
      nodeBundle(
        outDir,
        {
          host: 'engine/host/main.ts',
          cli: 'engine/cli/main.ts',
          learnThread: 'engine/host/learnThread.ts',
          gateThread: 'engine/cli/gateThread.ts',
          rewriteThread: 'engine/store/rewriteThread.ts',
          checkpointThread: 'engine/store/checkpointThread.ts',
        },
        'es',
      ),
    ],
  },
];
