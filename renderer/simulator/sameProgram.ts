import type { Bot, BotNode } from '../../engine/flow/botSchema.ts';

const PARTS = [
  'language',
  'languages',
  'timeZone',
  'statuses',
  'variables',
  'intents',
  'entities',
  'hours',
  'settings',
] as const;

/** Would both versions of a bot talk alike? Moving cards, renaming blocks and notes change nothing a customer can see. */
export function sameProgram(a: Bot, b: Bot): boolean {
  if (a === b) return true;
  if (a.id !== b.id || PARTS.some((part) => a[part] !== b[part])) return false;
  if (a.flows === b.flows) return true;
  return (
    a.flows.length === b.flows.length &&
    a.flows.every((flow, at) => {
      const other = b.flows[at];
      if (other === flow) return true;
      return (
        other?.id === flow.id &&
        other.main === flow.main &&
        other.nodes.length === flow.nodes.length &&
        flow.nodes.every((node, index) => sameNode(node, other.nodes[index]))
      );
    })
  );
}

/** Drafts share what they leave alone, so what did not change is the very same object. */
function sameNode(a: BotNode, b: BotNode | undefined): boolean {
  return (
    a === b ||
    (a.id === b?.id &&
      a.kind === b.kind &&
      a.data === b.data &&
      a.exits === b.exits &&
      (a.disabled ?? false) === (b.disabled ?? false))
  );
}
