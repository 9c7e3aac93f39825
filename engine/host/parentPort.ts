/** The process that started this one, whichever way: `utilityProcess` of Electron or `child_process.fork`. */
export interface ParentPort {
  send(message: unknown): void;
  onMessage(hear: (message: unknown) => void): void;
  onGone(run: () => void): void;
}

interface UtilityPort {
  postMessage(message: unknown): void;
  on(event: 'message', hear: (event: { readonly data: unknown }) => void): void;
  start?(): void;
}

export function parentPort(): ParentPort | null {
  const utility = 'parentPort' in process ? (process.parentPort as UtilityPort | undefined) : undefined;
  if (utility !== undefined) {
    return {
      send: (message) => utility.postMessage(message),
      onMessage: (hear) => utility.on('message', (event) => hear(event.data)),
      // Electron ends a utility process together with the app.
      onGone: () => undefined,
    };
  }
  if (process.send === undefined) return null;
  return {
    send: (message) => process.send?.(message),
    onMessage: (hear) => process.on('message', hear),
    onGone: (run) => process.on('disconnect', run),
  };
}
