import { LIMITS } from '../model/limits.ts';
import { pathText } from './pathText.ts';

/** A name that reaches an object's prototype wherever a value is stored under it (reliability.md, 4.2). */
const REFUSED = '__proto__';

interface Open {
  readonly value: object;
  readonly path: Path | null;
  readonly depth: number;
}
interface Path {
  readonly key: PropertyKey;
  readonly above: Path | null;
}

/**
 * What no honest bot file holds, and what readers of JSON stumble over: values inside one another or lists without end,
 * names of the language itself. Null = nothing. Walks without recursion, so that no file can exhaust the stack.
 */
export function findHostile(raw: object): { readonly at: string; readonly problem: string } | null {
  const queue: Open[] = [{ value: raw, path: null, depth: 1 }];
  for (let open = queue.pop(); open !== undefined; open = queue.pop()) {
    const { value, path, depth } = open;
    if (depth > LIMITS.botFileDepth)
      return { at: place(path), problem: `nested deeper than ${String(LIMITS.botFileDepth)}` };
    const inside = Object.entries(value);
    if (inside.length > LIMITS.botFileItems)
      return { at: place(path), problem: `more than ${String(LIMITS.botFileItems)} in one list` };
    for (const [name, inner] of inside) {
      if (name === REFUSED || (name === 'id' && inner === REFUSED))
        return { at: place({ key: name, above: path }), problem: `the name ${REFUSED} is not allowed` };
      if (typeof inner !== 'object' || inner === null) continue;
      const key = Array.isArray(value) ? Number(name) : name;
      queue.push({ value: inner as object, path: { key, above: path }, depth: depth + 1 });
    }
  }
  return null;
}

/** The beginning of the way there is enough to find it. */
const SHOWN = 12;
function place(path: Path | null): string {
  const keys: PropertyKey[] = [];
  for (let at = path; at !== null; at = at.above) keys.unshift(at.key);
  return pathText(keys.slice(0, SHOWN));
}
