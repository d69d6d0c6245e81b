// The purposes of files that were chosen together: a file that is called by a purpose has it, every other one what is suggested after those before.

export type AttachedFile = {
  readonly id: string;
  readonly purpose: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
};

export type FileOf<P extends string> = AttachedFile & { readonly purpose: P };
export type Purpose<P extends string> = { readonly code: P; readonly name: string };

export function withAdded<P extends string>(
  files: readonly FileOf<P>[],
  added: readonly Omit<AttachedFile, 'purpose'>[],
  purposes: readonly Purpose<P>[],
  suggest: (files: readonly FileOf<P>[]) => P,
): readonly FileOf<P>[] {
  const all = [...files];
  for (const file of added) {
    const named = purposes.find(({ name }) => file.fileName.includes(name));
    all.push({ ...file, purpose: named?.code ?? suggest(all) });
  }
  return all;
}
