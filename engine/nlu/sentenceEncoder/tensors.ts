import { z } from 'zod';

/** Numbers by name, of any kind, as floats. */
export type Tensors = ReadonlyMap<string, { readonly shape: readonly number[]; readonly values: Float32Array }>;

/** What a model of TensorFlow.js says of its files: which they are, and what lies in them one after the other. */
export interface Manifest {
  readonly files: readonly string[];
  readonly bytes: number;
  readonly parts: readonly { readonly name: string; readonly shape: readonly number[]; readonly whole: boolean }[];
}

const BYTES = 4;
/** A name beside the manifest, never a way out of its folder. */
const FILE = /^[\w-][\w.-]*$/u;

const schema = z.object({
  weightsManifest: z.tuple([
    z.object({
      paths: z.array(z.string().regex(FILE)).min(1).max(64),
      weights: z.array(
        z.object({
          name: z.string(),
          shape: z.array(z.number().int().min(0)),
          dtype: z.enum(['float32', 'int32']),
          quantization: z.undefined().optional(),
        }),
      ),
    }),
  ]),
});

/** Null for what is not such a manifest, or one of numbers packed in a way this reader does not know. */
export function readManifest(json: string): Manifest | null {
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch {
    return null;
  }
  const read = schema.safeParse(raw);
  if (!read.success) return null;
  const [{ paths, weights }] = read.data.weightsManifest;
  const parts = weights.map(({ name, shape, dtype }) => ({ name, shape, whole: dtype === 'int32' }));
  return { files: paths, parts, bytes: parts.reduce((sum, { shape }) => sum + BYTES * sizeOf(shape), 0) };
}

/** `content`: the files of the manifest one after the other, `bytes` long. */
export function readTensors({ parts }: Manifest, content: Uint8Array): Tensors {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const tensors = new Map<string, { shape: readonly number[]; values: Float32Array }>();
  let at = 0;
  for (const { name, shape, whole } of parts) {
    const values = new Float32Array(sizeOf(shape));
    for (let i = 0; i < values.length; i++, at += BYTES)
      values[i] = whole ? view.getInt32(at, true) : view.getFloat32(at, true);
    tensors.set(name, { shape, values });
  }
  return tensors;
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}
