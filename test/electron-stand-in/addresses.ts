// Chromium knows no schemes of ours: `app://desk/x` is `https://desk.app.stand-in/x` there, and back. Both are secure origins with standard paths.
const ending = '.stand-in';
const schemes = new Set<string>();

export function knowScheme(scheme: string): void {
  schemes.add(scheme);
}

export function toBrowser(url: string): string {
  const [, scheme = '', host = '', rest = ''] = /^([a-z-]+):\/\/([^/?#]*)(.*)$/is.exec(url) ?? [];
  return schemes.has(scheme.toLowerCase()) ? `https://${host}.${scheme.toLowerCase()}${ending}${rest}` : url;
}

export function fromBrowser(url: string): string {
  const [, host = '', rest = ''] = /^https:\/\/([^/?#:]*)(.*)$/is.exec(url) ?? [];
  const [, name = '', scheme = ''] = /^(.*)\.([a-z-]+)\.stand-in$/.exec(host) ?? [];
  return schemes.has(scheme) ? `${scheme}://${name}${rest}` : url;
}

export function schemeOf(url: string): string {
  return url.slice(0, Math.max(0, url.indexOf(':')));
}
