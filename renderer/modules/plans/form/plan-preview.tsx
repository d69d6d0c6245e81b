// 预览 and 打印: the document on the screen as it will be on paper. For paper a second copy stands alone on the page; everything else is left out.
import { Button, Group, Modal, Text } from '@mantine/core';
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { ask } from '#renderer/api/bridge.ts';
import type { Plan } from '#shared/domain/plans/model.ts';
import { describeError, forms, planForm } from '#shared/text/index.ts';
import { tellDone, tellFailure } from '../actions/tell.ts';
import { useNames } from '../content/use-names.ts';
import { PlanDocument } from './plan-document.tsx';
import './plan-print.css';
import css from './plan-preview.module.css';

type Props = { readonly plan: Plan; readonly opened: boolean; readonly onClose: () => void };

export function PlanPreview({ plan, opened, onClose }: Props) {
  const names = useNames(plan.content);
  const [busy, setBusy] = useState(false);
  const print = async () => {
    setBusy(true);
    const answer = await ask('host.print', {});
    setBusy(false);
    if (!answer.ok) tellFailure(describeError(answer.error));
  };
  const pdf = async () => {
    setBusy(true);
    const fileName = planForm.fileName(plan.content.projectName).slice(0, 200);
    const answer = await ask('host.printToPdf', { fileName });
    setBusy(false);
    if (!answer.ok) tellFailure(describeError(answer.error));
    else if (answer.value.saved) tellDone(planForm.done.pdf(answer.value.fileName ?? fileName));
  };
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
            <Text fw={600}>{planForm.document.page}</Text>
            <Button
              data-autofocus
              disabled={busy}
              leftSection={<IconPrinter aria-hidden size={16} />}
              onClick={() => void print()}
            >
              {planForm.buttons.print}
            </Button>
            <Button
              disabled={busy}
              leftSection={<IconFileTypePdf aria-hidden size={16} />}
              onClick={() => void pdf()}
              variant="default"
            >
              {planForm.buttons.pdf}
            </Button>
          </Group>
        }
      >
        <div className={css['sheet']}>
          <PlanDocument names={names} plan={plan} />
        </div>
      </Modal>
      {opened
        ? createPortal(
            <div data-print-document>
              <PlanDocument names={names} plan={plan} />
            </div>,
            document.body,
          )
        : null}
    </>
  );
}
