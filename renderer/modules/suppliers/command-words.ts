// The inputs of a supplier's commands in words.
import { type CommandWords, type FieldWords, kinds } from '#renderer/app/command-words.ts';
import { label, supplierPages } from '#shared/text/index.ts';

export const supplierCommandWords: CommandWords = {
  of: 'suppliers',
  field: (command, path) => (command === 'suppliers.rename' ? ofRename(path) : undefined),
  values: {
    sizeClass: kinds.label('suppliers.size'),
    on: kinds.date,
    banId: kinds.hidden,
    until: kinds.date,
  },
};

/** `from` is the name before, where a ban has a day; of the paper its name is enough. */
function ofRename(path: string): FieldWords | undefined {
  if (path === 'from') return { label: supplierPages.rename.from, words: textIn };
  return path === 'file' || path === 'file.fileName'
    ? { label: label('suppliers.file'), words: fileNameIn }
    : undefined;
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function fileNameIn(value: unknown): string {
  const isFile = typeof value === 'object' && value !== null && 'fileName' in value;
  return textIn(isFile ? value.fileName : value);
}
