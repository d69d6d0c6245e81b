// 存为Word: the host asks where to.
import { ask } from '#renderer/api/bridge.ts';
import type { SavedDocument } from '#shared/contract/documents.ts';
import { describeError, forms } from '#shared/text/index.ts';
import { tellDone, tellFailure } from '../states/tell.ts';

/** `name` is what the file is called, without its ending. */
export async function saveWord(document: SavedDocument, name: string): Promise<void> {
  const fileName = `${name}.docx`.slice(-200);
  const answer = await ask('host.saveWord', { document, fileName });
  if (!answer.ok) return tellFailure(describeError(answer.error));
  if (answer.value.saved) tellDone(forms.preview.saved(answer.value.fileName ?? fileName));
}
