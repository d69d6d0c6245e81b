// Contracts, sections, announcements and results say the same, and nobody is promised more than was planned, announced and won.
import type { Announcement } from '#shared/domain/announcements/model.ts';
import { amountNow, amountsOf } from '#shared/domain/contracts/changes/amounts.ts';
import { changeNoticeIdOf } from '#shared/domain/contracts/changes/commands/publish.ts';
import type { ContractChange } from '#shared/domain/contracts/changes/model.ts';
import { noticeIdOf } from '#shared/domain/contracts/commands/publish.ts';
import { type Contract, isInForce, supplierNow } from '#shared/domain/contracts/model.ts';
import type { Project, Section } from '#shared/domain/projects/model.ts';
import { liveContracts } from '#shared/domain/projects/section-contracts.ts';
import { sumFen } from '#shared/kernel/money.ts';
import { rowsOf, type ServerTables } from '../read-server.ts';

export function contractsAgree(server: ServerTables): readonly string[] {
  const contracts = rowsOf(server, 'contracts') as readonly Contract[];
  const sections = rowsOf(server, 'sections') as readonly Section[];
  return [
    ...sections.flatMap((section) =>
      sectionAgrees(
        section,
        contracts.filter(({ sectionId }) => sectionId === section.id),
      ),
    ),
    ...noticesAgree(contracts, server),
    ...moneyIsConserved(contracts, sections, server),
  ];
}

/** 已签合同 or 已验收 exactly while it has a contract, each of which it knows as it is. */
function sectionAgrees(section: Section, own: readonly Contract[]): readonly string[] {
  const problems: string[] = [];
  const say = (what: string) => problems.push(`contracts: section ${section.lotUid} ${what}`);
  const live = liveContracts(section);
  const filed = own.filter(isInForce);
  const performs = section.status === 'contracted' || section.status === 'accepted';
  if (performs !== live.length > 0) {
    say(`is ${section.status} with ${live.length} contracts in force`);
  }
  const known = live.map(({ contractId }) => contractId).toSorted();
  if (
    known.join(' ') !==
    filed
      .map(({ id }) => id)
      .toSorted()
      .join(' ')
  ) {
    say(`knows the contracts ${known.join(' ')}, not those in force`);
  }
  const alone = filed.filter(({ content }) => content.several === null);
  if (alone.length > 1) say(`has ${alone.length} only contracts`);
  for (const fact of section.contracts) {
    const contract = own.find(({ id }) => id === fact.contractId);
    const result = section.results.find(({ awardId }) => awardId === fact.awardId);
    if (contract === undefined || (fact.endedAt === null) === (contract.status === 'terminated')) {
      say(`says of ${fact.contractId} what is not so: ${contract?.status ?? 'gone'}`);
      continue;
    }
    const [said, held] = [
      [fact.contractNo, fact.supplierName, fact.signedOn, fact.announcementId],
      [
        contract.content.secret ? '' : contract.content.contractNo,
        supplierNow(contract).name,
        contract.content.signedOn,
        contract.announcementId,
      ],
    ].map(String);
    if (said !== held) say(`says ${said}, contract ${contract.id} says ${held}`);
    // Its result was in force when it was filed, and is so while it lasts.
    const voidAt = result === undefined ? 0 : (result.void?.at ?? Number.POSITIVE_INFINITY);
    if (voidAt < fact.at) say(`has contract ${contract.id} of the result ${fact.awardId}, void before it`);
    if (fact.endedAt === null && voidAt !== Number.POSITIVE_INFINITY) {
      say(`has contract ${contract.id} in force, and its result ${fact.awardId} is void`);
    }
  }
  return problems;
}

/** Every published contract and change has its announcement, and no secret one has. */
function noticesAgree(contracts: readonly Contract[], server: ServerTables): readonly string[] {
  const notices = new Map(
    (rowsOf(server, 'announcements') as readonly Announcement[]).map((notice) => [notice.id, notice]),
  );
  const changes = rowsOf(server, 'contract_changes') as readonly ContractChange[];
  const secret = new Set(contracts.filter(({ content }) => content.secret).map(({ id }) => id));
  const published = [
    ...contracts.map((row) => ({ row, noticeId: noticeIdOf(row), isSecret: row.content.secret })),
    ...changes.map((row) => ({ row, noticeId: changeNoticeIdOf(row), isSecret: secret.has(row.contractId) })),
  ];
  return published.flatMap(({ row, noticeId, isSecret }) => {
    const isTold = row.publishedAt !== null && !isSecret;
    const notice = notices.get(noticeId);
    const problems: string[] = [];
    if (isTold !== (notice?.status === 'published')) {
      problems.push(`contracts: ${row.id} is ${row.status}, its notice ${notice?.status ?? 'not there'}`);
    }
    if (row.announcementId !== (isTold ? noticeId : null)) {
      problems.push(`contracts: ${row.id} names the notice ${row.announcementId}`);
    }
    return problems;
  });
}

/** As it was signed: additions have a limit of their own, and what was taken away is free. */
function counted(contract: Contract): number {
  return Math.min(contract.content.amount ?? 0, amountNow(amountsOf(contract)) ?? 0);
}

/** Plan ≥ its sections ≥ what was won ≥ what was signed; of contracts by year each year by itself, of rates nothing can be said. */
function moneyIsConserved(
  contracts: readonly Contract[],
  sections: readonly Section[],
  server: ServerTables,
): readonly string[] {
  const problems: string[] = [];
  const signed = sections.filter((section) => liveContracts(section).length > 0);
  for (const section of signed) {
    const own = contracts.filter((contract) => contract.sectionId === section.id && isInForce(contract));
    const won = own[0]?.result.amount ?? null;
    if (won === null) continue;
    if (won > (section.ceiling ?? section.budget)) {
      problems.push(`contracts: section ${section.lotUid} was won for ${won}, more than it has`);
    }
    const byYear = own.filter(({ content }) => content.several === 'by_year');
    const years = new Set(byYear.map(({ content }) => content.signedOn?.slice(0, 4)));
    const sums = [
      own.filter((contract) => !byYear.includes(contract)),
      ...[...years].map((year) => byYear.filter(({ content }) => content.signedOn?.slice(0, 4) === year)),
    ].map((together) => sumFen(together.map(counted)));
    for (const sum of sums) {
      if (sum > won)
        problems.push(`contracts: section ${section.lotUid} is signed for ${sum}, won for ${won}`);
    }
  }
  for (const project of rowsOf(server, 'projects') as readonly Project[]) {
    const sum = sumFen(
      signed.filter(({ projectId }) => projectId === project.id).map(({ budget }) => budget),
    );
    if (sum > project.budgetAmount && !project.overBudget) {
      problems.push(`contracts: sections of project ${project.planNo} come to ${sum}, more than its plan`);
    }
  }
  return problems;
}
