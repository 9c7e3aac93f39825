import { z } from 'zod';

/** A thing of a list and the id of the one it follows; null = it is the first. */
export type Placed = readonly [after: string | null, thing: unknown];

/**
 * What makes one JSON value another. It goes both ways: `was` and `is` change places when it is turned round, so one patch
 * is an undo and a redo. A missing `was` or `is` = nothing stands there.
 *
 * `text`, `cut`: from `at` on, `was` gives way to `is`. `keys`: fields of an object. `items`: a list by place. `ids`: a list
 * of things with ids; `gone` and `come` name their places by ids too, since the order of blocks in a file is not theirs. `order`:
 * given when those that stayed have changed places.
 */
export type Patch =
  | { readonly was?: unknown; readonly is?: unknown }
  | { readonly text: { readonly at: number; readonly was: string; readonly is: string } }
  | { readonly cut: { readonly at: number; readonly was: readonly unknown[]; readonly is: readonly unknown[] } }
  | { readonly keys: Readonly<Record<string, Patch>> }
  | { readonly items: Readonly<Record<string, Patch>> }
  | {
      readonly ids: Readonly<Record<string, Patch>>;
      readonly gone?: readonly Placed[] | undefined;
      readonly come?: readonly Placed[] | undefined;
      readonly order?: { readonly was: readonly string[]; readonly is: readonly string[] } | undefined;
    };

const place = z.number().int().min(0);
const inside = z.lazy(() => z.record(z.string(), patchSchema));
const placed = z.array(z.tuple([z.string().nullable(), z.unknown()]));
const ids = z.array(z.string());

export const patchSchema: z.ZodType<Patch, Patch> = z.lazy(() =>
  z.union([
    z.strictObject({ text: z.strictObject({ at: place, was: z.string(), is: z.string() }) }),
    z.strictObject({ cut: z.strictObject({ at: place, was: z.array(z.unknown()), is: z.array(z.unknown()) }) }),
    z.strictObject({ keys: inside }),
    z.strictObject({ items: inside }),
    z.strictObject({
      ids: inside,
      gone: placed.optional(),
      come: placed.optional(),
      order: z.strictObject({ was: ids, is: ids }).optional(),
    }),
    z.strictObject({ was: z.unknown(), is: z.unknown() }).partial(),
  ]),
);
