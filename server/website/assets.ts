// Style and mark of the pages. The name of each carries the hash of its content, so that browsers may keep it for ever.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { types } from './packed-answer.ts';

export type Asset = { readonly name: string; readonly type: string; readonly bytes: Buffer };

function asset(name: string, ending: 'css' | 'svg', file: string): Asset {
  const bytes = readFileSync(new URL(file, import.meta.url));
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  return { name: `${name}-${hash}.${ending}`, type: types[ending], bytes };
}

export const siteStyle = asset('site', 'css', './assets/site.css');
/** The same as in the preview of the desktop and on its paper. */
export const documentStyle = asset('announcement', 'css', '../../resources/documents/announcement.css');
export const mark = asset('mark', 'svg', './assets/mark.svg');

export const assets: ReadonlyMap<string, Asset> = new Map(
  [siteStyle, documentStyle, mark].map((each) => [each.name, each]),
);
export const assetAddress = ({ name }: Asset): string => `/assets/${name}`;
