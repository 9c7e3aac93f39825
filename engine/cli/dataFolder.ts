import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where data lives when nobody says: where each system keeps an app's data. */
export function dataFolder(): string {
  if (process.platform === 'win32')
    return join(process.env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Dialogram', 'server');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Dialogram', 'server');
  return join(process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'dialogram');
}
