import { z } from 'zod';
import type { Effect } from '../../model/effect.ts';

/** What a bot did that people can see: compared between what is recorded and what a draft does. */
export const didSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('say'), text: z.string(), media: z.string().optional() }),
  z.object({ do: z.literal('status'), status: z.string() }),
  z.object({ do: z.literal('note'), text: z.string() }),
  z.object({ do: z.literal('assign'), to: z.string() }),
  z.object({ do: z.literal('tags'), add: z.array(z.string()), remove: z.array(z.string()) }),
  z.object({ do: z.literal('lead'), fields: z.record(z.string(), z.union([z.string(), z.number()])) }),
  z.object({ do: z.literal('request'), method: z.string(), url: z.string() }),
]);
export type Did = z.infer<typeof didSchema>;

/** Null: a timer, which shows only when it rings. */
export function didOf(effect: Effect): Did | null {
  switch (effect.type) {
    case 'send':
      return {
        do: 'say',
        text: effect.text,
        ...(effect.media === undefined ? {} : { media: effect.media.url }),
      };
    case 'setStatus':
      return { do: 'status', status: effect.status };
    case 'note':
      return { do: 'note', text: effect.text };
    case 'assign':
      return { do: 'assign', to: effect.to };
    case 'tags':
      return { do: 'tags', add: effect.add, remove: effect.remove };
    case 'updateLead': {
      const { comment, amount, name, phone, email } = effect;
      const given = Object.entries({ comment, amount, name, phone, email });
      return {
        do: 'lead',
        fields: Object.fromEntries(given.filter((field): field is [string, string] => field[1] !== undefined)),
      };
    }
    case 'http':
      return { do: 'request', method: effect.method, url: effect.url };
    case 'setTimer':
    case 'cancelTimer':
      return null;
  }
}

/** A step in which two lists differ: what was done and is not, what is done and was not, or one in place of the other. */
export interface DidDifference {
  readonly expected: Did | null;
  readonly got: Did | null;
}

/** The shortest way from one list to the other, in order. Lists of a turn are short. */
export function compareDone(expected: readonly Did[], got: readonly Did[]): DidDifference[] {
  const [left, right] = [expected.map(keyOf), got.map(keyOf)];
  /** Length of the longest common rest from `i` and `j` on. */
  const common = left.map(() => right.map(() => 0));
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0;
  for (let i = left.length - 1; i >= 0; i -= 1)
    for (let j = right.length - 1; j >= 0; j -= 1) {
      const row = common[i];
      if (row !== undefined)
        row[j] = left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  const found: DidDifference[] = [];
  let gone: Did[] = [];
  let come: Did[] = [];
  const close = (): void => {
    found.push(...paired(gone, come));
    gone = [];
    come = [];
  };
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    if (i < left.length && j < right.length && left[i] === right[j]) {
      close();
      i += 1;
      j += 1;
    } else if (j >= right.length || (i < left.length && at(i + 1, j) >= at(i, j + 1))) {
      gone.push(...expected.slice(i, i + 1));
      i += 1;
    } else {
      come.push(...got.slice(j, j + 1));
      j += 1;
    }
  }
  close();
  return found;
}

/** Of one kind at one place: one in place of the other. */
function paired(gone: readonly Did[], come: readonly Did[]): DidDifference[] {
  const left = [...come];
  const pairs = gone.map((expected): DidDifference => {
    const at = left.findIndex((one) => one.do === expected.do);
    const [got = null] = at < 0 ? [] : left.splice(at, 1);
    return { expected, got };
  });
  return [...pairs, ...left.map((got): DidDifference => ({ expected: null, got }))];
}

function keyOf(did: Did): string {
  return JSON.stringify(did);
}
