import type { App, Session, WebContents } from 'electron';
import { APP_ORIGIN } from './scheme.ts';

/**
 * reliability.md, E5: a page stays where the main process put it. Nothing navigates it, opens a window or embeds another page,
 * whoever made it, for as long as the app runs.
 */
export function guardNavigation(app: Pick<App, 'on'>): void {
  app.on('web-contents-created', (_event, contents) => {
    keepInPlace(contents);
  });
}

function keepInPlace(contents: Pick<WebContents, 'on' | 'setWindowOpenHandler'>): void {
  const deny = (event: { preventDefault(): void }): void => event.preventDefault();
  contents.on('will-navigate', deny);
  contents.on('will-frame-navigate', deny);
  contents.on('will-redirect', deny);
  contents.on('will-attach-webview', deny);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

type Guarded = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'on'
>;

/** reliability.md, E7: camera, place, notifications, devices, anything: no. A download would write a file unasked, so no to that too. */
export function denyPermissions(session: Guarded): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => {
    decide(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, decide) => {
    decide({});
  });
  session.on('will-download', (event) => {
    event.preventDefault();
  });
}

/** The last line behind the content security policy: what is not ours does not leave the process. */
export function blockOutside(session: Pick<Session, 'webRequest'>): void {
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !isOurRequest(details.url) });
  });
}

/** `data:` are the pictures that the policy allows, `devtools:` the developer tools of an unpacked app. */
export function isOurRequest(url: string): boolean {
  return url.startsWith(`${APP_ORIGIN}/`) || /^(data|devtools):/.test(url);
}

interface Frame {
  readonly origin: string;
  readonly parent: unknown;
}

/** reliability.md, E4: a call counts only from the top frame of our own window, while that shows our own page. */
export function isOurPage(sender: Frame | null, mainFrame: Frame | undefined): boolean {
  return sender !== null && sender === mainFrame && sender.parent === null && sender.origin === APP_ORIGIN;
}
