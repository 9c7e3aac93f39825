import { explore } from '../../engine/check/explore/explore.ts';
import { compileBot } from '../../engine/runtime/compileBot.ts';
import { bigBot } from './bigBot.ts';
import type { Figure } from './figure.ts';

const SIZES = [100, 200, 300, 1_000, 3_000];

/** How long a walk over every path of a menu bot takes, and how it grows. */
export function benchExplore(): Promise<Figure[]> {
  explore(compileBot(bigBot(SIZES[0] ?? 0)));
  return Promise.resolve(
    SIZES.flatMap((size) => {
      const program = compileBot(bigBot(size));
      const began = performance.now();
      const { states, edgesCovered, edgesTotal, truncated } = explore(program);
      const ms = Math.round(performance.now() - began);
      const name = `explore.${String(size)}`;
      return [
        { name: `${name}.ms`, value: ms, unit: 'ms' },
        { name: `${name}.states`, value: states, unit: truncated ? 'states, cut short' : 'states' },
        { name: `${name}.covered`, value: Math.round((edgesCovered / edgesTotal) * 1_000) / 10, unit: '%' },
      ];
    }),
  );
}
