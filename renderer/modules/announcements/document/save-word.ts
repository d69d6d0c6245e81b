// 存为Word: the host asks where to.
import { ask } from '#renderer/api/bridge.ts';
import { tellDone, tellFailure } from '#renderer/ui/states/tell.ts';
import { announcementPages, describeError } from '#shared/text/index.ts';

export async function saveWord(id: string, title: string): Promise<void> {
  const fileName = announcementPages.fileName(title, 'docx').slice(-200);
  const answer = await ask('host.saveWord', { id, fileName });
  if (!answer.ok) return tellFailure(describeError(answer.error));
  if (answer.value.saved) tellDone(announcementPages.document.wordSaved(answer.value.fileName ?? fileName));
}
