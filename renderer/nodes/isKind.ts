import { KIND_NAMES, type KindName } from '../../engine/nodes/kind.ts';

export function isKind(kind: string): kind is KindName {
  return (KIND_NAMES as readonly string[]).includes(kind);
}
