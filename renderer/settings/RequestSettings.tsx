import { FaultBanner } from '../app/FaultBanner.tsx';
import { useCopy } from '../copy/useCopy.ts';
import { useRequestSettings } from '../requests/useRequestSettings.ts';
import { Button } from '../ui/Button.tsx';
import { AccessKeySettings } from './AccessKeySettings.tsx';
import { LocalHostSettings } from './LocalHostSettings.tsx';

/** What HTTP request blocks may use on this computer. */
export function RequestSettings() {
  const t = useCopy('ui');
  const { settings, fault, reload } = useRequestSettings();
  return (
    <>
      {fault !== null && <FaultBanner fault={fault} action={<Button onClick={reload}>{t('retry')}</Button>} />}
      {settings !== null && (
        <>
          <AccessKeySettings settings={settings} onChange={reload} />
          <LocalHostSettings hosts={settings.privateHosts} onChange={reload} />
        </>
      )}
    </>
  );
}
