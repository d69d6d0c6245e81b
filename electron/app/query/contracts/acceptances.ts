// 履约验收 for the window: which contracts may be accepted, the acceptances of a contract and of a project, one of them, and the form while one types.
import type {
  AcceptanceBegin,
  AcceptanceItem,
  ContractToAccept,
} from '#shared/contract/contracts/acceptances.ts';
import type { Paper } from '#shared/contract/documents.ts';
import { createAcceptance, mayBegin } from '#shared/domain/contracts/acceptances/commands/create.ts';
import {
  type Around,
  acceptanceFacts,
  answerClock,
  failedBefore,
  loadAround,
} from '#shared/domain/contracts/acceptances/facts.ts';
import { knownContent } from '#shared/domain/contracts/acceptances/known-content.ts';
import { type Acceptance, acceptances } from '#shared/domain/contracts/acceptances/model.ts';
import { recordName, recordOf } from '#shared/domain/contracts/acceptances/papers/record.ts';
import { partsOf } from '#shared/domain/contracts/acceptances/parts.ts';
import { acceptanceActions } from '#shared/domain/contracts/acceptances/workflow.ts';
import { type Contract, contracts, supplierNow } from '#shared/domain/contracts/model.ts';
import { projects, sections } from '#shared/domain/projects/model.ts';
import { liveContracts } from '#shared/domain/projects/section-contracts.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { checkAcceptance } from '#shared/rules/contracts/acceptance/rules.ts';
import type { Account } from '../../account.ts';
import { explanationOf } from '../explanations.ts';
import type { Handlers } from '../handler.ts';
import { loaded } from '../load-facts.ts';
import { marksOf } from '../marks.ts';
import { record, visibleRows } from '../records.ts';
import { contractsOffered } from './contracts-offered.ts';

export const acceptanceHandlers: Handlers<
  | 'acceptances.choosable'
  | 'acceptances.ofContract'
  | 'acceptances.byProject'
  | 'acceptances.get'
  | 'acceptances.check'
> = {
  'acceptances.choosable': {
    answer(account, { text, limit }, desk) {
      if (!isOfRole(account)) return ok({ contracts: [] });
      desk.search.catchUp();
      return ok({ contracts: choosable(account, text, limit) });
    },
  },
  'acceptances.ofContract': {
    answer(account, { contractId }) {
      const contract = record(account, contracts, contractId);
      if (!contract.ok) return contract;
      return ok({ acceptances: itemsOf(account, contractId), begin: beginOf(account, contract.value.row) });
    },
  },
  'acceptances.byProject': {
    answer(account, { projectId }) {
      const project = record(account, projects, projectId);
      if (!project.ok) return project;
      const ofProject = visibleRows(account, sections, { projectId }).toSorted((a, b) =>
        a.sectionNo < b.sectionNo ? -1 : 1,
      );
      return ok({
        contracts: ofProject.flatMap((section) =>
          liveContracts(section).map(({ contractId, contractNo, supplierName, acceptedOn }) => {
            const known = record(account, contracts, contractId);
            return {
              ...{ contractId, contractNo, supplierName, acceptedOn, known: known.ok },
              sectionNo: section.sectionNo,
              acceptances: known.ok ? itemsOf(account, contractId) : [],
              begin: known.ok ? beginOf(account, known.value.row) : nobody,
            };
          }),
        ),
      });
    },
  },
  'acceptances.get': {
    answer(account, { id }) {
      const found = record(account, acceptances, id);
      if (!found.ok) return found;
      const { row, version } = found.value;
      const contract = record(account, contracts, row.contractId);
      const around = aroundOf(account, row.contractId);
      const begin = contract.ok ? beginOf(account, contract.value.row, around) : nobody;
      const clock = around && answerClock(around, row.content.requestedOn);
      return ok({
        acceptance: row,
        version,
        mark: marksOf(account)(acceptances.name, id),
        actions: [...acceptanceActions(account.actor, row)],
        items: contract.ok ? [...partsOf(contract.value.row)] : [],
        secret: contract.ok && contract.value.row.content.secret,
        answer: clock === undefined ? null : explanationOf(clock),
        papers: around === undefined ? [] : [...papersOf(around, row)],
        repeat: begin.may && begin.after === id,
      });
    },
  },
  'acceptances.check': {
    answer(account, { id, contractId, content }) {
      const contract = record(account, contracts, contractId);
      if (!contract.ok) return contract;
      const saved = id === null ? null : record(account, acceptances, id);
      if (saved?.ok === false) return saved;
      const around = aroundOf(account, contractId);
      if (around === undefined) return err({ code: 'not_found' });
      const own = saved?.value.row;
      const clock = answerClock(around, content.requestedOn);
      const facts = acceptanceFacts(around, { id: id ?? '', content }, account.now());
      return ok({
        findings: checkAcceptance(facts).map((finding) => ({ ...finding, paths: [...finding.paths] })),
        contract: contract.value.row,
        category: around.project.category,
        known: knownContent(around),
        answer: clock === undefined ? null : explanationOf(clock),
        document: recordOf({
          ...around,
          acceptance: {
            content,
            acceptanceNo: own?.acceptanceNo ?? null,
            concludedAt: own?.concludedAt ?? null,
          },
        }),
      });
    },
  },
};

/** Error codes: not_found, unreadable_record. */
export function acceptancePapers(account: Account, id: string): Result<readonly Paper[]> {
  const found = record(account, acceptances, id);
  if (!found.ok) return found;
  const around = aroundOf(account, found.value.row.contractId);
  return around === undefined ? err({ code: 'not_found' }) : ok(papersOf(around, found.value.row));
}

function papersOf(around: Around, acceptance: Acceptance): readonly Paper[] {
  const document = recordOf({ ...around, acceptance });
  return [{ key: 'record', name: recordName(around.contract), document, lacks: null }];
}

function itemsOf(account: Account, contractId: string): AcceptanceItem[] {
  const mark = marksOf(account);
  return visibleRows(account, acceptances, { contractId })
    .toSorted((a, b) => a.createdAt - b.createdAt)
    .map(({ id, status, acceptanceNo, predecessorId, announcementId, content }) => {
      const { part, stage, conclusion, heldOn, rectifyUntil } = content;
      const open = conclusion === 'failed' || conclusion === 'partial';
      return {
        ...{ id, status, acceptanceNo, predecessorId, announcementId, part, stage, conclusion, heldOn },
        rectifyUntil: open ? rectifyUntil : null,
        mark: mark(acceptances.name, id),
      };
    });
}

const nobody: AcceptanceBegin = { may: false, why: null, after: null };

function beginOf(account: Account, { id, purchaserId }: Contract, known?: Around): AcceptanceBegin {
  if (purchaserId !== account.actor.organisationId || !isOfRole(account)) return nobody;
  const around = known ?? aroundOf(account, id);
  if (around === undefined) return nobody;
  const may = mayBegin(around);
  const after = failedBefore(around)?.id ?? null;
  if (may.ok) return { may: true, why: null, after };
  return { may: false, why: whyNot(may.error.fields?.[0]?.code), after };
}

function whyNot(code: string | undefined): AcceptanceBegin['why'] {
  return code === 'contract_not_to_accept' || code === 'contract_accepted' || code === 'acceptance_open'
    ? code
    : 'barred';
}

function isOfRole({ actor: { role } }: Account): boolean {
  return createAcceptance.access.roles.some((each) => each === role);
}

function aroundOf(account: Account, contractId: string): Around | undefined {
  const around = loaded(account.replica, loadAround({ contractId }, { now: account.now() }));
  return around.ok ? around.value : undefined;
}

/** In force, with something left to accept. */
function choosable(account: Account, text: string, most: number): ContractToAccept[] {
  const begins = new Map<string, AcceptanceBegin>();
  const fits = (contract: Contract) => {
    // Without asking what stands around it: most are accepted as a whole.
    if (contract.performance.acceptedOn !== null) return false;
    const begin = beginOf(account, contract);
    begins.set(contract.id, begin);
    return begin.may;
  };
  const states = ['received', 'submitted', 'papers'] as const;
  return contractsOffered(account, { text, states, most, fits }).map((contract) => ({
    ...{ id: contract.id, projectName: contract.projectName },
    contractNo: contract.content.contractNo,
    contractName: contract.content.contractName,
    supplierName: supplierNow(contract).name,
    acceptance: contract.performance.acceptance,
    after: begins.get(contract.id)?.after ?? null,
  }));
}
