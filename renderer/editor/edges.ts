/**
 * A connection is told by where it leaves: an exit leads to one node at most. Its key is what React Flow, the selection
 * and commands call it by.
 */
export interface EdgeRef {
  readonly node: string;
  readonly exit: string;
}

export function edgeKey(node: string, exit: string): string {
  return JSON.stringify([node, exit]);
}

export function edgeOf(key: string): EdgeRef {
  const [node = '', exit = ''] = JSON.parse(key) as string[];
  return { node, exit };
}
