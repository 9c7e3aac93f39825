/** Opening and saving files: through the desktop's own dialogs, or as a browser does it. */

export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** Null = the person changed their mind. */
export async function openTextFile(): Promise<TextFile | null> {
  if (window.dialogram) return window.dialogram.openFile();
  const file = await chooseFile();
  return file === null ? null : { name: file.name, text: await file.text() };
}

function chooseFile(): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.json,application/json';
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });
}

/** Of the computer the engine runs on; undefined = a browser can't tell where a folder is. */
export function folderChooser(): (() => Promise<string | null>) | undefined {
  const desktop = window.dialogram;
  return desktop === undefined ? undefined : () => desktop.chooseFolder();
}

/** True = saved. A browser does not tell what becomes of a download. */
export async function saveTextFile(file: TextFile): Promise<boolean> {
  if (window.dialogram) return window.dialogram.saveFile(file);
  const address = URL.createObjectURL(new Blob([file.text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  URL.revokeObjectURL(address);
  return true;
}

export function openOutside(url: string): void {
  if (window.dialogram) void window.dialogram.openExternal(url);
  else window.open(url, '_blank', 'noopener,noreferrer');
}
