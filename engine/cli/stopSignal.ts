/** Settles when the process is asked to stop: SIGINT or SIGTERM. A second one ends it at once, as the system would. */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => {
      resolve();
    });
    process.once('SIGTERM', () => {
      resolve();
    });
  });
}
