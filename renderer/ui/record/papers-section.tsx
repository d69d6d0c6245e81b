// The papers of a record that are no announcements: each looked at, printed, or saved as PDF and Word.
import { Button, Group, Menu, Text } from '@mantine/core';
import { IconChevronDown, IconFileTypeDocx, IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { Paper, SavedDocument } from '#shared/contract/documents.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import { forms } from '#shared/text/index.ts';
import { ErrorState, LoadingState } from '../states/states.tsx';
import { StatusBadge } from '../states/status-badge.tsx';
import { PrintedCopy, usePrinting } from './document-preview.tsx';
import { DocumentSheet } from './document-sheet.tsx';
import css from './papers-section.module.css';
import { RecordSection } from './record-page.tsx';
import { saveWord } from './save-word.ts';
import { SheetPreview } from './sheet-preview.tsx';

const words = forms.papers;

type Props = {
  readonly id: string;
  readonly title: string;
  /** Undefined while they are asked for. */
  readonly papers: readonly Paper[] | undefined;
  readonly error: AppError | null;
  readonly onRetry: () => void;
  /** What Word is made of. */
  readonly savedAs: (key: string) => SavedDocument;
};

/** Nothing is seen of it where there are none. */
export function PapersSection({ id, title, papers, error, onRetry, savedAs }: Props) {
  if (papers?.length === 0) return null;
  return (
    <RecordSection id={id} title={title}>
      {papers === undefined ? (
        error === null ? (
          <LoadingState lines={2} />
        ) : (
          <ErrorState error={error} onRetry={onRetry} />
        )
      ) : (
        <ul aria-labelledby={id} className={css['papers']}>
          {papers.map((paper) => (
            <PaperLine key={paper.key} paper={paper} saved={savedAs(paper.key)} />
          ))}
        </ul>
      )}
    </RecordSection>
  );
}

type LineProps = { readonly paper: Paper; readonly saved: SavedDocument };

function PaperLine({ paper, saved }: LineProps) {
  const { name, document, lacks } = paper;
  const { stamp } = document;
  const [opened, setOpened] = useState(false);
  const [copied, setCopied] = useState(false);
  const printing = usePrinting(`${name}.pdf`);
  /** The sheet is on the page only while it goes to paper: several would be printed one after the other. */
  const onPaper = async (print: () => Promise<void>) => {
    flushSync(() => setCopied(true));
    await print();
    setCopied(false);
  };
  return (
    <li className={css['paper']}>
      <div className={css['name']}>
        <span>{name}</span>
        {stamp === undefined ? null : (
          <>
            {' '}
            <StatusBadge tone="danger">{stamp.word}</StatusBadge>
            <Text c="dimmed" size="xs">
              {stamp.text}
            </Text>
          </>
        )}
        {lacks === null ? null : (
          <Text className={css['lacks'] ?? ''} size="xs">
            {lacks}
          </Text>
        )}
      </div>
      <Group gap={8} wrap="nowrap">
        <Button
          aria-label={words.previewOf(name)}
          onClick={() => setOpened(true)}
          size="compact-sm"
          variant="default"
        >
          {words.preview}
        </Button>
        <Menu position="bottom-end" shadow="md" withinPortal>
          <Menu.Target>
            <Button
              aria-label={forms.moreFor(name)}
              rightSection={<IconChevronDown aria-hidden size={14} />}
              size="compact-sm"
              variant="default"
            >
              {forms.more}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              disabled={printing.busy}
              leftSection={<IconPrinter aria-hidden size={16} />}
              onClick={() => void onPaper(printing.print)}
            >
              {forms.preview.print}
            </Menu.Item>
            <Menu.Item
              disabled={printing.busy}
              leftSection={<IconFileTypePdf aria-hidden size={16} />}
              onClick={() => void onPaper(printing.pdf)}
            >
              {forms.preview.pdf}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconFileTypeDocx aria-hidden size={16} />}
              onClick={() => void saveWord(saved, name)}
            >
              {forms.preview.word}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
      <SheetPreview
        document={document}
        name={name}
        onClose={() => setOpened(false)}
        opened={opened}
        saved={saved}
        title={words.previewTitle}
      />
      {copied ? (
        <PrintedCopy>
          <DocumentSheet document={document} />
        </PrintedCopy>
      ) : null}
    </li>
  );
}
