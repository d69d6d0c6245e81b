// Names of the rows that a plan's content points to.
import { useMemo } from 'react';
import { useAsk } from '#renderer/api/use-ask.ts';
import { useOrganisation } from '#renderer/ui/fields/organisation-picker.tsx';
import { usePolicies } from '#renderer/ui/fields/use-policies.ts';
import { policyName } from '#shared/codes/procurement-policies.ts';
import type { PlanContent } from '#shared/domain/plans/model.ts';
import { plansPages } from '#shared/text/index.ts';
import type { Names } from './value-words.ts';

/** Until a name is known, and for a row that is gone, the id stands for it. */
export function useNames(content: PlanContent | undefined, earlier: PlanContent | null = null): Names {
  const agency = useOrganisation(content?.agencyId ?? null);
  const earlierAgency = useOrganisation(earlier?.agencyId ?? null);
  const policies = usePolicies();
  const platforms = useAsk('platforms.active', {}).data?.platforms;
  return useMemo(
    () => ({
      organisation: (id) => [agency, earlierAgency].find((known) => known?.id === id)?.name ?? id,
      platform: (id) => platforms?.find((known) => known.id === id)?.name ?? id,
      policy: (code) => policyName(policies, code),
      plannedSection: (id) => {
        const known = [content, earlier].flatMap((each) => each?.plannedSections ?? []);
        const planned = known.find((each) => each.id === id);
        return planned === undefined ? '' : plansPages.page.packageNo(planned.no);
      },
    }),
    [agency, earlierAgency, platforms, policies, content, earlier],
  );
}
