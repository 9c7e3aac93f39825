type TakeKey = (event: KeyboardEvent) => boolean;

let takers: readonly TakeKey[] = [];

/** A mode of the canvas takes keys before they mean actions: letters that filter, arrows that move a ghost. Value: it ends. */
export function takeKeys(take: TakeKey): () => void {
  takers = [...takers, take];
  return () => {
    takers = takers.filter((other) => other !== take);
  };
}

/** Did a mode take it? The newest is asked first. */
export function isTakenByMode(event: KeyboardEvent): boolean {
  return takers.toReversed().some((take) => take(event));
}
