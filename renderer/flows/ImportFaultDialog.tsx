import type { Fault } from '../../engine/model/fault.ts';
import { faultWords } from '../../engine/model/faultWords.ts';
import type { TextFile } from '../app/files.ts';
import { usePreferences } from '../app/preferences.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { importBot, importFile } from './botActions.ts';
import { closeImportFault, useImportFault } from './importFault.ts';
import styles from './ImportFaultDialog.module.css';

/** Why a file did not become a bot, and the one thing to do about it. What is wrong inside it is for who can mend it. */
export function ImportFaultDialog() {
  const t = useCopy('flows');
  const language = usePreferences((state) => state.language);
  const shown = useImportFault((state) => state.shown);
  if (shown === null) return null;
  const { file, fault } = shown;
  const words = faultWords(fault, language);
  const reason = reasonOf(fault, file);

  function again(): void {
    closeImportFault();
    void (reason === 'notNow' ? importFile(file) : importBot());
  }

  return (
    <Dialog
      open
      onClose={closeImportFault}
      title={t('importFault.title', { name: file.name })}
      footer={
        <>
          <Button onClick={closeImportFault}>{t('importFault.close')}</Button>
          <Button variant="primary" data-autofocus onClick={again}>
            {t(reason === 'notNow' ? 'importFault.again' : 'importFault.other')}
          </Button>
        </>
      }
    >
      <p data-testid="import-fault" data-reason={reason}>
        {reason === 'notNow' ? `${words.what} ${words.todo}` : t(`importFault.${reason}`)}
      </p>
      {reason !== 'notNow' && (
        <details className={styles.details}>
          <summary>{t('importFault.details')}</summary>
          <p>{words.what}</p>
        </details>
      )}
    </Dialog>
  );
}

/** As our files are called, the second of that name in a folder of downloads too: «flowers.dialogram (1).json». */
const OWN_NAME = /\.dialogram( ?\(\d+\))?\.json$/iu;

type Reason = 'foreign' | 'damaged' | 'newer' | 'big' | 'notNow';

function reasonOf(fault: Fault, { name }: TextFile): Reason {
  if (fault.code === 'formatNewer') return 'newer';
  if (fault.code === 'fileTooBig') return 'big';
  // Called as our files are called, it was one before it was cut off on its way.
  if (fault.code === 'fileNotJson') return OWN_NAME.test(name) ? 'damaged' : 'foreign';
  // Without flows it was never a bot; with them somebody or something has changed it.
  if (fault.code === 'fileInvalid') return /^(format|flows|id|name)?$/u.test(fault.at) ? 'foreign' : 'damaged';
  return 'notNow';
}
