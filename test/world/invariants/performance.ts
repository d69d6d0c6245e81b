// 履约: contracts, sections and projects say of acceptances what these say, and a project has ended exactly when nothing of it is left.
import type { Announcement } from '#shared/domain/announcements/model.ts';
import { acceptanceNoticeIdOf } from '#shared/domain/contracts/acceptances/commands/conclude.ts';
import type { Acceptance } from '#shared/domain/contracts/acceptances/model.ts';
import { acceptedAfter, acceptedWith } from '#shared/domain/contracts/acceptances/outcome.ts';
import { type Contract, unperformed } from '#shared/domain/contracts/model.ts';
import { withAcceptance, withCompletion } from '#shared/domain/projects/completion.ts';
import type { Project, Section } from '#shared/domain/projects/model.ts';
import { rowsOf, type ServerTables } from '../read-server.ts';

export function performanceAgrees(server: ServerTables): readonly string[] {
  const acceptances = rowsOf(server, 'acceptances') as readonly Acceptance[];
  const contracts = rowsOf(server, 'contracts') as readonly Contract[];
  const sections = rowsOf(server, 'sections') as readonly Section[];
  return [
    ...contracts.flatMap((contract) =>
      contractAgrees(
        contract,
        acceptances.filter(({ contractId }) => contractId === contract.id),
        sections.find(({ id }) => id === contract.sectionId),
      ),
    ),
    ...acceptancesAgree(acceptances, server),
    ...sections.flatMap((section) => {
      const { status } = withAcceptance(section);
      return status === section.status
        ? []
        : [`performance: section ${section.lotUid} is ${section.status}, its contracts make it ${status}`];
    }),
    ...(rowsOf(server, 'projects') as readonly Project[]).flatMap((project) =>
      projectAgrees(
        project,
        sections.filter(({ projectId }) => projectId === project.id),
      ),
    ),
  ];
}

/** What its concluded acceptances come to, one after the other. */
function contractAgrees(
  contract: Contract,
  own: readonly Acceptance[],
  section: Section | undefined,
): readonly string[] {
  const problems: string[] = [];
  const say = (what: string) => problems.push(`performance: contract ${contract.id} ${what}`);
  const concluded = own
    .filter(({ status }) => status === 'concluded')
    .toSorted((a, b) => (a.concludedAt ?? 0) - (b.concludedAt ?? 0));
  let expected = unperformed;
  const happened = [
    ...concluded.map(({ content, concludedAt }) => ({ at: concludedAt ?? 0, content })),
    ...contract.changes.map(({ at, changeId, kind }) => ({ at, changeId, kind })),
  ];
  for (const event of happened.toSorted((a, b) => a.at - b.at)) {
    const changes = contract.changes.filter(({ at }) => at <= event.at);
    const before = { content: contract.content, changes, performance: expected };
    expected =
      'kind' in event
        ? acceptedAfter(expected, event, changes)
        : { ...unperformed, ...acceptedWith(event.content, before) };
  }
  const brief = ({ acceptance, acceptedOn, acceptedItems }: typeof expected) =>
    `${acceptance} ${acceptedOn} ${acceptedItems.join()}`;
  const [said, held] = [brief(contract.performance), brief(expected)];
  if (said !== held) say(`is accepted ${said}, by its acceptances ${held}`);
  if (own.filter(({ status }) => status !== 'concluded').length > 1) say('has two open acceptances');
  const fact = section?.contracts.find(({ contractId }) => contractId === contract.id);
  if (fact !== undefined && fact.acceptedOn !== contract.performance.acceptedOn) {
    say(`is accepted ${contract.performance.acceptedOn}, its section says ${fact.acceptedOn}`);
  }
  return problems;
}

/** Each concluded one has a number of its own, and its notice where it is told. */
function acceptancesAgree(acceptances: readonly Acceptance[], server: ServerTables): readonly string[] {
  const notices = new Map(
    (rowsOf(server, 'announcements') as readonly Announcement[]).map((notice) => [notice.id, notice.status]),
  );
  const numbers = acceptances.flatMap(({ acceptanceNo }) => acceptanceNo ?? []);
  const problems = acceptances.flatMap((acceptance) => {
    const { id, status, acceptanceNo, concludedAt, announcementId } = acceptance;
    const isConcluded = status === 'concluded';
    const notice = notices.get(acceptanceNoticeIdOf(acceptance));
    return isConcluded === (acceptanceNo !== null) &&
      isConcluded === (concludedAt !== null) &&
      (announcementId !== null) === (notice === 'published')
      ? []
      : [`performance: acceptance ${id} is ${status}, ${acceptanceNo}, its notice ${notice ?? 'not there'}`];
  });
  if (new Set(numbers).size < numbers.length) problems.push(`performance: a number twice in ${numbers}`);
  return problems;
}

function projectAgrees(project: Project, own: readonly Section[]): readonly string[] {
  const { status, inWarranty } = withCompletion(project, own);
  return status === project.status && inWarranty === project.inWarranty
    ? []
    : [
        `performance: project ${project.planNo} is ${project.status} ${project.inWarranty}, its sections make it ${status} ${inWarranty}`,
      ];
}
