import { useEffect } from 'react';
import { importFile } from './botActions.ts';

/** Opens what the system hands to the desktop app: a double-clicked file, one named at the start, another one later. */
export function useOpenedFiles(): void {
  useEffect(() => {
    const desktop = window.dialogram;
    if (desktop === undefined) return undefined;
    const takeAll = async (): Promise<void> => {
      for (let file = await desktop.takeOpenedFile(); file !== null; file = await desktop.takeOpenedFile())
        await importFile(file);
    };
    void takeAll();
    return desktop.onOpenedFile(() => void takeAll());
  }, []);
}
