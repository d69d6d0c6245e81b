// Title, state, and the buttons: the way forward at the right, what cannot be taken back under 更多.
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { useActor } from '#renderer/api/use-session.ts';
import { MarkBadge, RecordStatus } from '#renderer/ui/status-badge.tsx';
import { codeName } from '#shared/codes/code-table.ts';
import { procurementMethods } from '#shared/codes/procurement.ts';
import type { Mark } from '#shared/contract/ipc.ts';
import type { Plan } from '#shared/domain/plans/model.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { forms, plansPages } from '#shared/text/index.ts';
import { actionWords } from '../actions/action-words.ts';
import { isGrave, pageActions } from '../actions/plan-actions.ts';
import { usePlanActions } from '../actions/use-plan-actions.tsx';
import css from './plan-page.module.css';

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
    <header className={css['header']}>
      <div className={css['titles']}>
        <div className={css['titleLine']}>
          <h1 className={css['title']}>
            {content.projectName === '' ? plansPages.unnamed : content.projectName}
          </h1>
          <RecordStatus of="plans.status" status={plan.status} />
          <MarkBadge mark={mark} />
        </div>
        <div className={css['sub']}>
          {planNo === null ? null : <span>{planNo}</span>}
          <span>{purchaserName}</span>
          {method === undefined ? null : <span>{method}</span>}
          {content.budgetAmount === null ? null : <span>{formatYuan(content.budgetAmount)}</span>}
        </div>
      </div>
      <div className={css['buttons']}>
        <Menu position="bottom-end" shadow="md" withinPortal>
          <Menu.Target>
            <Button rightSection={<IconChevronDown aria-hidden size={14} />} variant="default">
              {forms.more}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {more.map((action) => (
              <Menu.Item
                key={action}
                onClick={() => start(action, plan.id)}
                {...(isGrave(action) ? { color: 'red' } : {})}
              >
                {actionWords(action)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        {visible.map((action) => (
          <Button key={action} onClick={() => start(action, plan.id)} variant="default">
            {actionWords(action)}
          </Button>
        ))}
        {primary === null ? null : (
          <Button onClick={() => start(primary, plan.id)}>{actionWords(primary)}</Button>
        )}
      </div>
      {dialog}
    </header>
  );
}
