// 预览 of an official document: as it will be published or sent, printed, or saved as PDF and Word.
import { Button } from '@mantine/core';
import { IconFileTypeDocx } from '@tabler/icons-react';
import { useState } from 'react';
import type { SavedDocument } from '#shared/contract/documents.ts';
import type { OfficialDocument } from '#shared/documents/model.ts';
import { forms } from '#shared/text/index.ts';
import { DocumentPreview } from './document-preview.tsx';
import { DocumentSheet } from './document-sheet.tsx';
import { saveWord } from './save-word.ts';

type Props = {
  readonly document: OfficialDocument;
  /** Of the dialog. */
  readonly title: string;
  /** What files are called, without their ending. */
  readonly name: string;
  /** What Word is made of; null while it is not saved, or not as it stands here. */
  readonly saved: SavedDocument | null;
  readonly opened: boolean;
  readonly onClose: () => void;
};

export function SheetPreview({ document, title, name, saved, opened, onClose }: Props) {
  const [busy, setBusy] = useState(false);
  const word = async (what: SavedDocument) => {
    setBusy(true);
    await saveWord(what, name);
    setBusy(false);
  };
  return (
    <DocumentPreview
      actions={
        saved === null ? null : (
          <Button
            disabled={busy}
            leftSection={<IconFileTypeDocx aria-hidden size={16} />}
            onClick={() => void word(saved)}
            variant="default"
          >
            {forms.preview.word}
          </Button>
        )
      }
      fileName={`${name}.pdf`}
      onClose={onClose}
      opened={opened}
      title={title}
    >
      <DocumentSheet document={document} />
    </DocumentPreview>
  );
}
