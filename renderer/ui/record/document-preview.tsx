// 预览 and 打印: the document on the screen as it will be on paper. For paper a second copy stands alone on the page; everything else is left out.
import { Button, Group, Modal, Text } from '@mantine/core';
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { createPortal } from 'react-dom';
import { ask } from '#renderer/api/bridge.ts';
import { describeError, forms } from '#shared/text/index.ts';
import './document-print.css';
import { tellDone, tellFailure } from '../states/tell.ts';
import css from './document-preview.module.css';

type Props = {
  readonly title: string;
  /** Of the PDF, with its ending. */
  readonly fileName: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  /** Further buttons beside 打印 and PDF. */
  readonly actions?: ReactNode;
  /** The sheet itself; drawn twice. */
  readonly children: ReactNode;
};

export function DocumentPreview({ title, fileName, opened, onClose, actions, children }: Props) {
  const { busy, print, pdf } = usePrinting(fileName);
  return (
    <>
      <Modal
        classNames={{ body: css['body'] ?? '', header: css['head'] ?? '' }}
        closeButtonProps={{ 'aria-label': forms.close }}
        fullScreen
        onClose={onClose}
        opened={opened}
        title={
          <Group gap="md">
            <Text fw={600}>{title}</Text>
            <Button
              data-autofocus
              disabled={busy}
              leftSection={<IconPrinter aria-hidden size={16} />}
              onClick={() => void print()}
            >
              {forms.preview.print}
            </Button>
            <Button
              disabled={busy}
              leftSection={<IconFileTypePdf aria-hidden size={16} />}
              onClick={() => void pdf()}
              variant="default"
            >
              {forms.preview.pdf}
            </Button>
            {actions}
          </Group>
        }
      >
        <div className={css['sheet']}>{children}</div>
      </Modal>
      {opened ? <PrintedCopy>{children}</PrintedCopy> : null}
    </>
  );
}

/** What goes to paper while it is there. */
export function PrintedCopy({ children }: { readonly children: ReactNode }) {
  return createPortal(<div data-print-document>{children}</div>, document.body);
}

/** Prints what `PrintedCopy` holds. */
export function usePrinting(fileName: string) {
  const [busy, setBusy] = useState(false);
  const print = async () => {
    setBusy(true);
    const answer = await ask('host.print', {});
    setBusy(false);
    if (!answer.ok) tellFailure(describeError(answer.error));
  };
  const pdf = async () => {
    setBusy(true);
    const name = fileName.slice(-200);
    const answer = await ask('host.printToPdf', { fileName: name });
    setBusy(false);
    if (!answer.ok) tellFailure(describeError(answer.error));
    else if (answer.value.saved) tellDone(forms.preview.saved(answer.value.fileName ?? name));
  };
  return { busy, print, pdf };
}
