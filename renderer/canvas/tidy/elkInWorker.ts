import { ELK_OPTIONS } from './elkGraph.ts';
import type { Layered } from './tidyFlow.ts';

export interface ElkThread {
  readonly layered: Layered;
  /** Ends the thread, also in the middle of its work; what was asked is never answered. */
  readonly end: () => void;
}

/** ELK in a thread of its own. Both it and its messenger are fetched only now. */
export async function elkInWorker(): Promise<ElkThread> {
  const { default: Elk } = await import('elkjs/lib/elk-api.js');
  const elk = new Elk({
    defaultLayoutOptions: { ...ELK_OPTIONS },
    algorithms: ['layered'],
    workerFactory: () => new Worker(new URL('./tidyWorker.ts', import.meta.url), { type: 'module' }),
  });
  return { layered: (graph) => elk.layout(graph), end: () => elk.terminateWorker() };
}
