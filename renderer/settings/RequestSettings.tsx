import { useRequestSettings } from '../requests/useRequestSettings.ts';
import { AccessKeySettings } from './AccessKeySettings.tsx';
import { LocalHostSettings } from './LocalHostSettings.tsx';

/** What HTTP request blocks may use on this computer. */
export function RequestSettings() {
  const { settings, reload } = useRequestSettings();
  if (settings === null) return null;
  return (
    <>
      <AccessKeySettings settings={settings} onChange={reload} />
      <LocalHostSettings hosts={settings.privateHosts} onChange={reload} />
    </>
  );
}
