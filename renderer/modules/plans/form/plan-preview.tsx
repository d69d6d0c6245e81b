// 预览 and 打印 of a plan.
import { DocumentPreview } from '#renderer/ui/record/document-preview.tsx';
import type { Plan } from '#shared/domain/plans/model.ts';
import { planForm } from '#shared/text/index.ts';
import { useNames } from '../content/use-names.ts';
import { PlanDocument } from './plan-document.tsx';

type Props = { readonly plan: Plan; readonly opened: boolean; readonly onClose: () => void };

export function PlanPreview({ plan, opened, onClose }: Props) {
  const names = useNames(plan.content);
  return (
    <DocumentPreview
      fileName={planForm.fileName(plan.content.projectName)}
      onClose={onClose}
      opened={opened}
      title={planForm.document.page}
    >
      <PlanDocument names={names} plan={plan} />
    </DocumentPreview>
  );
}
