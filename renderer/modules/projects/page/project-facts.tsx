// What the project is, each fact with where it comes from.
import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { useAsk } from '#renderer/api/use-ask.ts';
import { useOrganisation } from '#renderer/ui/fields/organisation-picker.tsx';
import { Facts } from '#renderer/ui/record/facts.tsx';
import { codeName } from '#shared/codes/code-table.ts';
import { procurementMethods, projectCategories } from '#shared/codes/procurement.ts';
import { regions } from '#shared/codes/regions.ts';
import type { Plan } from '#shared/domain/plans/model.ts';
import type { Project } from '#shared/domain/projects/model.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { formatInstant, methodChangePages, projectsPages } from '#shared/text/index.ts';

const { facts: words } = projectsPages;

export function ProjectFacts({
  project,
  plan,
}: {
  readonly project: Project;
  readonly plan: Plan | undefined;
}) {
  const agency = useOrganisation(project.agencyId);
  const platforms = useAsk('platforms.active', {}).data?.platforms;
  const { platformId, predecessor, sectionCount, sectionBudgetTotal } = project;
  const platform = platforms?.find(({ id }) => id === platformId)?.name ?? platformId;
  const { source } = words;
  return (
    <Facts
      facts={[
        { label: words.planNo, value: project.planNo, source: source.filing },
        ...(predecessor === null
          ? []
          : [
              {
                label: methodChangePages.project.before,
                value: (
                  <Anchor
                    component={Link}
                    size="sm"
                    to={`/projects/${predecessor.projectId}`}
                    underline="always"
                  >
                    {methodChangePages.project.beforeValue(
                      predecessor.planNo,
                      codeName(procurementMethods, predecessor.method) ?? predecessor.method,
                    )}
                  </Anchor>
                ),
                source: source.plan,
              },
            ]),
        { label: words.filedAt, value: formatInstant(project.filedAt), source: source.filing },
        project.projectNo === null
          ? { label: words.projectNo, value: words.noProjectNo }
          : { label: words.projectNo, value: project.projectNo, source: source.announcement },
        { label: words.purchaser, value: project.purchaserName, source: source.plan },
        {
          label: words.agency,
          value: project.agencyId === null ? words.noAgency : (agency?.name ?? project.agencyId),
          source: source.plan,
        },
        { label: words.region, value: codeName(regions, project.regionCode), source: source.plan },
        { label: words.category, value: codeName(projectCategories, project.category), source: source.plan },
        { label: words.method, value: codeName(procurementMethods, project.method), source: source.plan },
        { label: words.budget, value: formatYuan(project.budgetAmount), source: source.plan },
        { label: words.platform, value: platform ?? words.noPlatform, source: source.plan },
        ...(plan === undefined
          ? []
          : [{ label: words.plannedStart, value: plan.content.plannedStart, source: source.plan }]),
        ...(sectionCount === 0
          ? []
          : [
              {
                label: words.sections,
                value: words.sectionsOf(sectionCount, formatYuan(sectionBudgetTotal)),
                source: source.exchange,
              },
            ]),
      ]}
    />
  );
}
