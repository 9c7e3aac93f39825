import type { SessionState } from '../../engine/model/state.ts';
import { packState, unpackState, type PackedState } from '../../engine/runtime/packedState.ts';

/** The state as it comes back from where conversations are kept: packed, through JSON, and unpacked. */
export function asKept(state: SessionState): SessionState {
  return unpackState(JSON.parse(JSON.stringify(packState(state))) as PackedState);
}
