// Why a plan came back, above the form in which it is put right.
import { Alert } from '@mantine/core';
import { IconCornerUpLeft } from '@tabler/icons-react';
import type { Plan } from '#shared/domain/plans/model.ts';
import { label, planForm, plansPages } from '#shared/text/index.ts';

export function ReturnNotice({ plan }: { readonly plan: Plan | null }) {
  if (plan?.status !== 'returned') return null;
  const last = plan.history.findLast(({ note }) => note !== '');
  if (last === undefined) return null;
  const who = plansPages.timeline.by(label(`roles.${last.role}`), last.name);
  return (
    <Alert
      color="orange"
      icon={<IconCornerUpLeft aria-hidden size={18} />}
      mb="sm"
      title={planForm.returned.title(who)}
    >
      {planForm.returned.reason(last.note)}
    </Alert>
  );
}
