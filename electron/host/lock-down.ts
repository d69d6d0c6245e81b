// What no page in any window of ours may ever do: go elsewhere, open windows, embed web contents, ask for devices or permissions, reach the
// network. Registered once on the app and the session, so that there is no window without it.
import type { App, Session, Shell, WebContents } from 'electron';
import { appHost, appScheme, isOwnPage } from './app-protocol.ts';
import type { Log } from './log-file.ts';

export type LockDownPorts = {
  readonly app: Pick<App, 'on'>;
  readonly session: Pick<
    Session,
    | 'setPermissionRequestHandler'
    | 'setPermissionCheckHandler'
    | 'setDevicePermissionHandler'
    | 'webRequest'
    | 'on'
  >;
  readonly shell: Pick<Shell, 'openExternal'>;
  /** Its published pages, and nothing else, may be opened in the user's own browser. */
  server(): string | null;
  readonly log: Log;
};

/** Copying text is the one thing a page may ask for; reading the clipboard is not. */
const allowedPermissions: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/** What the page itself is made of; `devtools` only where a developer has opened them. */
const allowedSchemes: ReadonlySet<string> = new Set([`${appScheme}:`, 'blob:', 'data:', 'devtools:']);

export function lockDown({ app, session, shell, server, log }: LockDownPorts): void {
  session.setPermissionRequestHandler((contents, permission, answer, { requestingUrl }) => {
    const granted = allowedPermissions.has(permission) && isOurs(contents, requestingUrl);
    if (!granted) log({ level: 'warn', event: 'window.refused_permission', details: { permission } });
    answer(granted);
  });
  session.setPermissionCheckHandler(
    (contents, permission, origin) => allowedPermissions.has(permission) && isOurs(contents, origin),
  );
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const cancel = !allowedSchemes.has(schemeOf(url));
    if (cancel) log({ level: 'warn', event: 'window.refused_request', details: { scheme: schemeOf(url) } });
    answer({ cancel });
  });
  app.on('web-contents-created', (_event, contents) => guard(contents));

  function guard(contents: WebContents): void {
    const refuse = (event: { preventDefault(): void }, url: string): void => {
      if (isOwnPage(url)) return;
      event.preventDefault();
      log({ level: 'warn', event: 'window.refused_navigation', details: { scheme: schemeOf(url) } });
    };
    contents.on('will-navigate', (event) => refuse(event, event.url));
    contents.on('will-redirect', (event) => refuse(event, event.url));
    contents.on('will-frame-navigate', (event) => refuse(event, event.url));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      if (isPublishedPage(url, server())) void shell.openExternal(url);
      else log({ level: 'warn', event: 'window.refused_window', details: { scheme: schemeOf(url) } });
      return { action: 'deny' };
    });
  }
}

function isOurs(contents: WebContents | null, requesting: string): boolean {
  return (
    contents !== null && isOwnPage(contents.getURL()) && requesting.startsWith(`${appScheme}://${appHost}`)
  );
}

function schemeOf(url: string): string {
  const end = url.indexOf(':');
  return end === -1 ? '' : url.slice(0, end + 1).toLowerCase();
}

/** The public website of the server this computer is enrolled at, in the user's own browser. */
export function isPublishedPage(url: string, server: string | null): boolean {
  if (server === null || !URL.canParse(url) || !URL.canParse(server)) return false;
  const [asked, own] = [new URL(url), new URL(server)];
  return asked.origin === own.origin && asked.username === '' && asked.password === '';
}
