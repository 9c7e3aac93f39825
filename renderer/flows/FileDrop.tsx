import { FileDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { LIMITS } from '../../engine/model/limits.ts';
import { useCopy } from '../copy/useCopy.ts';
import { copyOf } from '../copy/i18n.ts';
import { isPageHeld } from '../ui/holdPage.ts';
import { toast } from '../ui/toast.ts';
import { importFile } from './botActions.ts';
import styles from './FileDrop.module.css';
import { showImportFault } from './importFault.ts';

/** A bot file that is dragged onto the window opens, wherever it is dropped. Other drags (text, blocks) are left alone. */
export function FileDrop() {
  const t = useCopy('flows');
  const [over, setOver] = useState(false);

  useEffect(() => {
    // Entering a child leaves its parent: only the last leave is one.
    let depth = 0;
    const onEnter = (event: DragEvent): void => {
      if (!bringsFiles(event)) return;
      depth += 1;
      setOver(!isPageHeld());
    };
    const onLeave = (event: DragEvent): void => {
      if (!bringsFiles(event)) return;
      depth -= 1;
      if (depth <= 0) setOver(false);
    };
    const onOver = (event: DragEvent): void => {
      // Without this the browser would show the file in the place of the app.
      if (bringsFiles(event)) event.preventDefault();
    };
    const onDrop = (event: DragEvent): void => {
      depth = 0;
      setOver(false);
      if (!bringsFiles(event)) return;
      event.preventDefault();
      if (!isPageHeld()) void openDropped([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener('dragenter', onEnter);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('dragover', onOver);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragenter', onEnter);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('drop', onDrop);
    };
  }, []);

  return over ? (
    <div className={styles.cover} data-testid="file-drop">
      <p className={styles.words}>
        <FileDown size={24} aria-hidden />
        {t('drop')}
      </p>
    </div>
  ) : null;
}

function bringsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

async function openDropped(files: readonly File[]): Promise<void> {
  const [file] = files;
  if (file === undefined) return;
  if (files.length > 1) toast(copyOf('flows')('dropMany'));
  // A film that is dropped by mistake is not read into memory.
  const isTooBig = file.size > LIMITS.botFileBytes;
  if (isTooBig) showImportFault({ name: file.name, text: '' }, { code: 'fileTooBig', limit: LIMITS.botFileBytes });
  else await importFile({ name: file.name, text: await textOf(file) });
}

/** A folder or a file that went away meanwhile reads as nothing, which is no bot. */
async function textOf(file: File): Promise<string> {
  try {
    return await file.text();
  } catch {
    return '';
  }
}
