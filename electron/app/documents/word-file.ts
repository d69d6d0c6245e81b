// A document as a Word file at the place the user has chosen.
import type { OfficialDocument } from '#shared/documents/model.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { writeUserFile } from '../files/user-file.ts';

/** Error codes: disk_full, invalid_input (`file_not_writable`). */
export async function writeWord(
  document: OfficialDocument,
  path: string,
): Promise<Result<{ readonly path: string }>> {
  // Its library is large: loaded with the first file, not with every start.
  const { documentDocx } = await import('./docx.ts');
  const written = await writeUserFile(path, async (write) => {
    await write(await documentDocx(document));
    return ok({});
  });
  return written.ok ? ok({ path }) : written;
}
