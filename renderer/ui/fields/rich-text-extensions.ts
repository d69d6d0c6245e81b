// What can stand in a text: paragraphs, bold, lists of one level, plain tables. Cells are never merged, neither by a paste: the stored tree has no place
// for it.
import type { Extensions } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { Text } from '@tiptap/extension-text';
import { Gapcursor, UndoRedo } from '@tiptap/extensions';

const unmerged = () => ({
  colspan: { default: 1, parseHTML: () => 1, rendered: false },
  rowspan: { default: 1, parseHTML: () => 1, rendered: false },
  colwidth: { default: null, parseHTML: () => null, rendered: false },
});

export const richTextExtensions: Extensions = [
  Document,
  Paragraph,
  Text,
  Bold,
  HardBreak,
  BulletList,
  OrderedList,
  ListItem.extend({ content: 'paragraph+' }),
  Table.configure({ resizable: false }),
  TableRow,
  TableCell.extend({ content: 'paragraph+', addAttributes: unmerged }),
  TableHeader.extend({ content: 'paragraph+', addAttributes: unmerged }),
  UndoRedo,
  Gapcursor,
];
