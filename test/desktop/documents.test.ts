// What makes Word files, as it is built: the library is bundled and does its work.
import { pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { main } from './shipped.ts';

it('lies beside the worker and makes a Word file', async () => {
  const built: typeof import('#electron/app/documents/docx.ts') = await import(
    new URL('./docx.js', pathToFileURL(main)).href
  );
  const parts = new Map(
    Object.entries(unzipSync(await built.documentDocx({ title: '公告', blocks: [], signature: null }))),
  );
  expect(strFromU8(parts.get('word/document.xml') ?? new Uint8Array())).toContain('公告');
});
