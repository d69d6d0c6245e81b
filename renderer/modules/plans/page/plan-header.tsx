// Title, state, and the buttons: the way forward at the right, what cannot be taken back under 更多.
import { Button, Menu } from '@mantine/core';
import { useNavigate } from 'react-router';
import { useActor } from '#renderer/api/use-session.ts';
import { RecordHeader } from '#renderer/ui/record/record-header.tsx';
import { codeName } from '#shared/codes/code-table.ts';
import { procurementMethods } from '#shared/codes/procurement.ts';
import type { Mark } from '#shared/contract/ipc.ts';
import type { Plan } from '#shared/domain/plans/model.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { plansPages } from '#shared/text/index.ts';
import { actionWords } from '../actions/action-words.ts';
import { isGrave, pageActions } from '../actions/plan-actions.ts';
import { usePlanActions } from '../actions/use-plan-actions.tsx';

export function PlanHeader({ plan, mark }: { readonly plan: Plan; readonly mark: Mark }) {
  const actor = useActor();
  const navigate = useNavigate();
  const { start, dialog } = usePlanActions((action) => {
    if (action === 'plans.delete') void navigate('/plans', { replace: true });
  });
  const { primary, visible, more } = pageActions(actor, plan, mark);
  const { content, planNo, purchaserName } = plan;
  const method = content.method === null ? undefined : codeName(procurementMethods, content.method);

  return (
    <>
      <RecordHeader
        actions={
          <>
            {visible.map((action) => (
              <Button key={action} onClick={() => start(action, plan.id)} variant="default">
                {actionWords(action)}
              </Button>
            ))}
            {primary === null ? null : (
              <Button onClick={() => start(primary, plan.id)}>{actionWords(primary)}</Button>
            )}
          </>
        }
        facts={{
          planNo,
          purchaser: purchaserName,
          method: method ?? null,
          budget: content.budgetAmount === null ? null : formatYuan(content.budgetAmount),
        }}
        mark={mark}
        more={more.map((action) => (
          <Menu.Item
            key={action}
            onClick={() => start(action, plan.id)}
            {...(isGrave(action) ? { color: 'red' } : {})}
          >
            {actionWords(action)}
          </Menu.Item>
        ))}
        of="plans.status"
        status={plan.status}
        title={content.projectName === '' ? plansPages.unnamed : content.projectName}
      />
      {dialog}
    </>
  );
}
