// `app://desk/…`: the built renderer and nothing else. The files are listed once at start; a request is looked up in that list as it is written, so
// that no spelling of a path can lead out of the folder. Everything is answered with the strict content policy.
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

export const appScheme = 'app';
export const appHost = 'desk';
export const privilegedScheme = {
  scheme: appScheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
} as const;
export const startUrl = `${appScheme}://${appHost}/index.html`;

/** Styles may be written by scripts, as the component library does; scripts come from our own files alone, and nothing reaches the network. */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'none'",
  "frame-src 'none'",
  "worker-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const headers = {
  'content-security-policy': contentPolicy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

const mediaTypes: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.jpg', 'image/jpeg'],
  ['.webp', 'image/webp'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
  ['.json', 'application/json'],
]);

export type AppFiles = (request: { readonly url: string; readonly method: string }) => Promise<Response>;

/** Answers requests from the files of this folder, as they are when the start page is first found among them. */
export function appFiles(folder: string): AppFiles {
  let files: ReadonlyMap<string, string> = new Map();
  return async ({ url, method }) => {
    if (method !== 'GET' && method !== 'HEAD') return new Response(null, { status: 405, headers });
    if (!files.has(startUrl)) files = await listFiles(folder);
    const asked = withoutQuery(url);
    const path = files.get(asked);
    // Without its start page the program is broken: a failed load, which is told, and not an empty page.
    if (path === undefined && asked === startUrl) return Response.error();
    if (path === undefined) return new Response(null, { status: 404, headers });
    const type = mediaTypes.get(extname(path)) ?? 'application/octet-stream';
    return new Response(method === 'HEAD' ? null : new Uint8Array(await readFile(path)), {
      headers: { ...headers, 'content-type': type, 'cache-control': 'no-store' },
    });
  };
}

async function listFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return new Map(
    entries
      .filter((entry) => entry.isFile() && mediaTypes.has(extname(entry.name)))
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        const below = path.slice(folder.length).replaceAll('\\', '/');
        return [`${appScheme}://${appHost}${below}`, path];
      }),
  );
}

function withoutQuery(url: string): string {
  const end = url.search(/[?#]/);
  return end === -1 ? url : url.slice(0, end);
}

/** Whether this is our own page: the start page, wherever in it. */
export function isOwnPage(url: string): boolean {
  return withoutQuery(url) === startUrl;
}
