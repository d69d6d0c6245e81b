// session.defaultSession and protocol: who answers requests, which are stopped, which permissions a page gets.
import { EventEmitter } from 'node:events';
import { fromBrowser, knowScheme, schemeOf } from './addresses.ts';
import { browserContext } from './browser.ts';

type Answer = (granted: boolean) => void;
type PermissionHandler = (contents: unknown, permission: string, answer: Answer, details: unknown) => void;
type PermissionCheck = (contents: unknown, permission: string, origin: string, details: unknown) => boolean;
type BeforeRequest = (
  details: { readonly url: string; readonly method: string; readonly resourceType: string },
  answer: (response: { cancel?: boolean }) => void,
) => void;
type Serve = (request: Request) => Promise<Response> | Response;

/** Electron's name of a permission and Chromium's. */
const permissions = [
  ['media', 'audioCapture'],
  ['media', 'videoCapture'],
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['midi', 'midi'],
  ['clipboard-read', 'clipboardReadWrite'],
  ['clipboard-sanitized-write', 'clipboardSanitizedWrite'],
  ['idle-detection', 'idleDetection'],
  ['storage-access', 'storageAccess'],
  ['window-management', 'windowManagement'],
  ['display-capture', 'displayCapture'],
  ['speaker-selection', 'speakerSelection'],
  ['keyboardLock', 'keyboardLock'],
  ['pointerLock', 'pointerLock'],
  ['fileSystem', 'localFonts'],
] as const;

const handlers = new Map<string, Serve>();
let beforeRequest: BeforeRequest | undefined;
let permissionHandler: PermissionHandler | undefined;
let permissionCheck: PermissionCheck | undefined;

export const protocol = {
  registerSchemesAsPrivileged(schemes: readonly { readonly scheme: string }[]): void {
    for (const { scheme } of schemes) knowScheme(scheme);
  },
  handle(scheme: string, handler: Serve): void {
    handlers.set(scheme, handler);
  },
  isProtocolHandled: (scheme: string): boolean => handlers.has(scheme),
};

class Session extends EventEmitter {
  readonly protocol = protocol;
  readonly webRequest = {
    onBeforeRequest(listener: BeforeRequest): void {
      beforeRequest = listener;
    },
  };
  setPermissionRequestHandler(handler: PermissionHandler): void {
    permissionHandler = handler;
  }
  setPermissionCheckHandler(handler: PermissionCheck): void {
    permissionCheck = handler;
  }
  setDevicePermissionHandler(): void {
    // Chromium here is given no devices.
  }
}

export const session = { defaultSession: new Session() };

export function handlerOf(url: string): Serve | undefined {
  return handlers.get(schemeOf(url));
}

export function isCancelled(url: string, method: string, resourceType: string): Promise<boolean> {
  const listener = beforeRequest;
  if (listener === undefined) return Promise.resolve(false);
  return new Promise((resolve) => {
    listener({ url, method, resourceType }, ({ cancel = false }) => resolve(cancel));
  });
}

/** Chromium is told beforehand what Electron asks when it comes up: the answer for each permission. */
export async function applyPermissions(contents: unknown, browserOrigin: string): Promise<void> {
  const browser = browserContext()?.browser();
  if (browser === null || browser === undefined) return;
  const cdp = await browser.newBrowserCDPSession();
  for (const [name, chromiumName] of permissions) {
    const granted = await isGranted(contents, name, fromBrowser(`${browserOrigin}/`));
    await cdp
      .send('Browser.setPermission', {
        permission: { name: chromiumName },
        setting: granted ? 'granted' : 'denied',
        origin: browserOrigin,
      })
      .catch(() => undefined);
  }
  await cdp.detach();
}

async function isGranted(contents: unknown, permission: string, requestingUrl: string): Promise<boolean> {
  const details = { requestingUrl, isMainFrame: true };
  if (permissionCheck?.(contents, permission, requestingUrl, details) === false) return false;
  const handler = permissionHandler;
  if (handler === undefined) return true;
  return new Promise((resolve) => handler(contents, permission, resolve, details));
}
