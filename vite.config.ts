import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const ROOT = import.meta.dirname;

/** The window (`vite build`, `vite dev`) and the tests (`vitest run --project NAME`). The other bundles: `.ci/tools/targets.ts`. */
export default defineConfig(({ mode }) => ({
  // vitest resolves its projects from the root, the window is built from its own folder.
  root: mode === 'test' ? ROOT : resolve(ROOT, 'renderer'),
  base: './', // the same files are served from app://, and from http:// in headless mode
  plugins: [react()],
  build: {
    outDir: resolve(ROOT, 'dist/renderer'),
    emptyOutDir: true,
    target: 'chrome130',
    // The content security policy allows neither data: fonts nor inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
  },
  test: {
    maxWorkers: 2,
    passWithNoTests: false,
    allowOnly: false,
    reporters: ['default'],
    // A page that is waited for may be on a machine that is busy with others.
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/fixtures/**', 'test/output/**', 'test/bench/peers/**'],
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['test/renderer/**/*.test.tsx'],
          setupFiles: ['test/support/domSetup.ts'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          environment: 'node',
          include: ['test/e2e/browser/**/*.e2e.ts'],
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'desktop',
          environment: 'node',
          include: ['test/e2e/desktop/**/*.e2e.ts'],
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
}));
