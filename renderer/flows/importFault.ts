import { create } from 'zustand';
import type { Fault } from '../../engine/model/fault.ts';
import type { TextFile } from '../app/files.ts';

export interface ImportFault {
  readonly file: TextFile;
  readonly fault: Fault;
}

/** The file that could not be opened, until the person has read why. */
export const useImportFault = create<{ readonly shown: ImportFault | null }>(() => ({ shown: null }));

export function showImportFault(file: TextFile, fault: Fault): void {
  useImportFault.setState({ shown: { file, fault } });
}

export function closeImportFault(): void {
  useImportFault.setState({ shown: null });
}
