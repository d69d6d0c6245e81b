// One document of a record, whatever it is of, for what makes a file of it.
import type { Paper, SavedDocument } from '#shared/contract/documents.ts';
import type { OfficialDocument } from '#shared/documents/model.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Account } from '../account.ts';
import { writeWord } from '../documents/word-file.ts';
import { announcementDocumentById, invitationPapersById } from './announcements.ts';
import { awardPapers, changePapers } from './award-papers.ts';
import { acceptancePapers } from './contracts/acceptances.ts';
import { breachPapers } from './contracts/breaches.ts';
import type { Handlers } from './handler.ts';

export const documentHandlers: Handlers<'documents.word'> = {
  'documents.word': {
    async answer(account, { document, path }) {
      const found = documentOf(account, document);
      return found.ok ? await writeWord(found.value, path) : found;
    },
  },
};

function documentOf(account: Account, saved: SavedDocument): Result<OfficialDocument> {
  switch (saved.of) {
    case 'announcement':
      return announcementDocumentById(account, saved.id);
    case 'invitation':
      return paperOf(invitationPapersById(account, saved.id), saved.key);
    case 'award':
      return paperOf(awardPapers(account, saved.id), saved.key);
    case 'award_change':
      return paperOf(changePapers(account, saved.id), saved.key);
    case 'acceptance':
      return paperOf(acceptancePapers(account, saved.id), saved.key);
    case 'breach':
      return paperOf(breachPapers(account, saved.id), saved.key);
  }
}

function paperOf(papers: Result<readonly Paper[]>, wanted: string): Result<OfficialDocument> {
  if (!papers.ok) return papers;
  const paper = papers.value.find(({ key }) => key === wanted);
  return paper === undefined ? err({ code: 'not_found' }) : ok(paper.document);
}
