// 通知书与告知书 of a result that has been announced: each looked at, printed, or saved as PDF and Word.
import { Button, Group, Menu, Text } from '@mantine/core';
import { IconChevronDown, IconFileTypeDocx, IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useAsk } from '#renderer/api/use-ask.ts';
import { PrintedCopy, usePrinting } from '#renderer/ui/record/document-preview.tsx';
import { DocumentSheet } from '#renderer/ui/record/document-sheet.tsx';
import { RecordSection } from '#renderer/ui/record/record-page.tsx';
import { saveWord } from '#renderer/ui/record/save-word.ts';
import { SheetPreview } from '#renderer/ui/record/sheet-preview.tsx';
import { ErrorState, LoadingState } from '#renderer/ui/states/states.tsx';
import type { Paper, SavedDocument } from '#shared/contract/documents.ts';
import { awardPaperText, forms } from '#shared/text/index.ts';
import css from './papers-section.module.css';

const { page: words } = awardPaperText;

/** Nothing is seen of it before the 结果公告: until then there are no papers. */
export function PapersSection({ awardId }: { readonly awardId: string }) {
  const { data, error, refetch } = useAsk('awards.papers', { id: awardId }, { keepPrevious: false });
  if (data?.papers.length === 0) return null;
  return (
    <RecordSection id="award-papers" title={words.title}>
      {data === undefined ? (
        error === null ? (
          <LoadingState lines={2} />
        ) : (
          <ErrorState error={error} onRetry={() => void refetch()} />
        )
      ) : (
        <ul aria-labelledby="award-papers" className={css['papers']}>
          {data.papers.map((paper) => (
            <PaperLine key={paper.key} paper={paper} saved={{ of: 'award', id: awardId, key: paper.key }} />
          ))}
        </ul>
      )}
    </RecordSection>
  );
}

type LineProps = { readonly paper: Paper; readonly saved: SavedDocument };

function PaperLine({ paper, saved }: LineProps) {
  const { name, document } = paper;
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
      <Text className={css['name']} component="span">
        {name}
      </Text>
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
