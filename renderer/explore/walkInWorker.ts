import type { ExploreReport } from '../../engine/check/explore/explore.ts';
import type { Walk } from './walk.ts';

/** Walks a bot beside the window, in a thread of its own that lives as long as the walk. */
export const walkInWorker: Walk = (bot, tell) => {
  const worker = new Worker(new URL('./exploreWorker.ts', import.meta.url), { type: 'module' });
  const end = (report: ExploreReport | null): void => {
    worker.terminate();
    tell(report);
  };
  worker.addEventListener('message', ({ data }: MessageEvent<ExploreReport>) => end(data));
  worker.addEventListener('error', () => end(null));
  worker.addEventListener('messageerror', () => end(null));
  worker.postMessage(bot);
  return () => worker.terminate();
};
