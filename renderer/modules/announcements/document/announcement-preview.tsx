// 预览: the document as it will be published, printed, or saved as PDF and Word.
import { Button } from '@mantine/core';
import { IconFileTypeDocx } from '@tabler/icons-react';
import { useState } from 'react';
import { DocumentPreview } from '#renderer/ui/record/document-preview.tsx';
import type { AnnouncementDocument } from '#shared/documents/model.ts';
import { announcementPages } from '#shared/text/index.ts';
import { AnnouncementSheet } from './announcement-sheet.tsx';
import { saveWord } from './save-word.ts';

const words = announcementPages.document;

type Props = {
  readonly document: AnnouncementDocument;
  /** Of the saved announcement, which Word is made of; null while it is not saved, or not as it stands here. */
  readonly savedId: string | null;
  readonly opened: boolean;
  readonly onClose: () => void;
};

export function AnnouncementPreview({ document, savedId, opened, onClose }: Props) {
  const [busy, setBusy] = useState(false);
  const word = async (id: string) => {
    setBusy(true);
    await saveWord(id, document.title);
    setBusy(false);
  };
  return (
    <DocumentPreview
      actions={
        savedId === null ? null : (
          <Button
            disabled={busy}
            leftSection={<IconFileTypeDocx aria-hidden size={16} />}
            onClick={() => void word(savedId)}
            variant="default"
          >
            {words.word}
          </Button>
        )
      }
      fileName={announcementPages.fileName(document.title, 'pdf')}
      onClose={onClose}
      opened={opened}
      title={words.page}
    >
      <AnnouncementSheet document={document} />
    </DocumentPreview>
  );
}
