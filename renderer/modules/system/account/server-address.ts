/** What was typed as the address the host wants: with a scheme, without a path. Undefined when it is none. */
export function serverAddress(typed: string): string | undefined {
  const text = typed.trim();
  // Without a scheme it is meant as the secure one; `localhost:8080` would otherwise be read as a scheme.
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(withScheme)) return undefined;
  const url = new URL(withScheme);
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  return isWeb && url.hostname !== '' && url.username === '' ? url.origin : undefined;
}
