import { expect, it } from 'vitest';
import { filesNaming, kindOf, modulesIn } from './module-cost.ts';

const files = [
  { path: 'shared/domain/notes/model.ts', text: "export const notes = entity({\n  name: 'jottings',\n});" },
  {
    path: 'shared/domain/notes/commands/write.ts',
    text: "export const write = command({ name: 'notes.write' });",
  },
  { path: 'renderer/modules/notes/page.tsx', text: "useCommand('notes.write')" },
  { path: 'shared/domain/registry.ts', text: "import { write } from './notes/commands/write.ts';" },
  { path: 'electron/app/query/search.ts', text: "const order = ['jottings'];" },
  { path: 'shared/text/zh-CN/labels.ts', text: "['jottings.status.draft', '…']" },
  { path: 'renderer/app/menu.ts', text: "// the page of notes, 'notes.write'\nconst to = '/notes';" },
  { path: 'server/other.ts', text: "const word = 'notes'; import './other/notes.ts';" },
];

it('counts imports, record types, commands and keys; not the module itself, comments, addresses or the bare word', () => {
  expect(modulesIn(files)).toEqual(['notes']);
  expect(filesNaming('notes', files)).toEqual([
    'shared/domain/registry.ts',
    'electron/app/query/search.ts',
    'shared/text/zh-CN/labels.ts',
  ]);
});

it('tells tests, demo, words and other modules apart from the product', () => {
  const kinds = [
    'shared/domain/others/model.ts',
    'server/a.test.ts',
    'electron/app/testing/a.ts',
    'demo/a.ts',
    'shared/text/a.ts',
    'server/a.ts',
  ];
  expect(kinds.map(kindOf)).toEqual(['modules', 'tests', 'tests', 'demo', 'words', 'product']);
});
