// Contracts for the window: what may be chosen, those of a project, one of them, and the form while one types. What is checked comes from the very functions that the
// commands use.
import type { ContractChangeItem, ContractClocks } from '#shared/contract/contracts/contracts.ts';
import type { QueryOutput } from '#shared/contract/ipc.ts';
import { countedAmount } from '#shared/domain/contracts/changes/amounts.ts';
import { createContractChange } from '#shared/domain/contracts/changes/commands/create.ts';
import {
  type Around as AroundChange,
  changeFacts,
  loadAround as loadAroundChange,
} from '#shared/domain/contracts/changes/facts.ts';
import { type ContractChangeContent, contractChanges } from '#shared/domain/contracts/changes/model.ts';
import { changeActions } from '#shared/domain/contracts/changes/workflow.ts';
import { createContract } from '#shared/domain/contracts/commands/create.ts';
import { unfundedOf } from '#shared/domain/contracts/commands/funding.ts';
import {
  type Around,
  type ContractClock,
  clockOf,
  contractFacts,
  holdsOf,
  letterOn,
  loadAround,
  signableResult,
  signing,
} from '#shared/domain/contracts/facts.ts';
import { knownContent, loadKnown } from '#shared/domain/contracts/known-content.ts';
import { type Contract, contracts, isInForce } from '#shared/domain/contracts/model.ts';
import { payments } from '#shared/domain/contracts/payments/model.ts';
import { availableActions } from '#shared/domain/contracts/workflow.ts';
import { isPartyOf } from '#shared/domain/projects/access.ts';
import { projects, type Section, sections } from '#shared/domain/projects/model.ts';
import { liveContracts } from '#shared/domain/projects/section-contracts.ts';
import { type PlainDate, toPlainDate } from '#shared/kernel/dates.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { checkContractChange, stillToAdd } from '#shared/rules/contracts/contract-change-rules.ts';
import { checkContract } from '#shared/rules/contracts/contract-rules.ts';
import type { Account } from '../../account.ts';
import { explanationOf } from '../explanations.ts';
import type { Handlers } from '../handler.ts';
import { loaded } from '../load-facts.ts';
import { marksOf } from '../marks.ts';
import { projectsWithResults } from '../projects/with-results.ts';
import { record, visibleRows } from '../records.ts';

export const contractHandlers: Handlers<
  | 'contracts.choosable'
  | 'contracts.byProject'
  | 'contracts.get'
  | 'contracts.check'
  | 'contractChanges.get'
  | 'contractChanges.check'
> = {
  'contracts.choosable': {
    answer(account, { text, limit }, desk) {
      if (!mayBegin(account)) return ok({ projects: [] });
      desk.search.catchUp();
      return ok({ projects: choosableProjects(account, text, limit) });
    },
  },
  'contracts.byProject': {
    answer(account, { projectId }) {
      const project = record(account, projects, projectId);
      if (!project.ok) return project;
      const all = visibleRows(account, contracts, { projectId }).toSorted(
        (a, b) => a.createdAt - b.createdAt,
      );
      const mark = marksOf(account);
      const begins = mayBegin(account) && isPartyOf(account.actor, project.value.row);
      return ok({
        sections: visibleRows(account, sections, { projectId })
          .toSorted((a, b) => (a.sectionNo < b.sectionNo ? -1 : 1))
          .flatMap((section) => {
            const own = all.filter(({ sectionId }) => sectionId === section.id);
            const result = signableResult(section);
            if (result === undefined && own.length === 0 && section.contracts.length === 0) return [];
            const around = aroundOf(account, section);
            return [
              {
                sectionId: section.id,
                sectionNo: section.sectionNo,
                sectionName: section.name,
                supplierName: result?.supplierName ?? '',
                signUntil: signUntil(around, section),
                filed: section.contracts.map((each) => ({ ...each })),
                contracts: own.map(({ id, status, content }) => ({
                  ...{ id, status, contractNo: content.contractNo },
                  mark: mark(contracts.name, id),
                  changes: changesOf(account, id),
                })),
                begin: begins && result !== undefined,
                holds:
                  around === undefined
                    ? []
                    : holdsOf(signing(around, account.now())).map(({ document }) => document),
              },
            ];
          }),
      });
    },
  },
  'contracts.get': {
    answer(account, { id }) {
      const found = record(account, contracts, id);
      if (!found.ok) return found;
      const { row, version } = found.value;
      const around = loaded(account.replica, loadAround(row, { now: account.now() }));
      return ok({
        contract: row,
        version,
        mark: marksOf(account)(contracts.name, id),
        actions: [...availableActions(account.actor, row)],
        clocks:
          around.ok && around.value !== undefined
            ? clocksOf(around.value, row)
            : { sign: null, publish: null, file: null },
        changes: changesOf(account, id),
        beginChange: mayBeginChange(account, row),
        unfunded: unfundedOf(
          row,
          { payments: visibleRows(account, payments, { contractId: id }) },
          toPlainDate(account.now()),
        ),
      });
    },
  },
  'contracts.check': {
    answer(account, { id, sectionId, content }) {
      const section = record(account, sections, sectionId);
      if (!section.ok) return section;
      const saved = id === null ? null : record(account, contracts, id);
      if (saved?.ok === false) return saved;
      const now = account.now();
      const around = loaded(account.replica, loadAround({ sectionId }, { now }));
      if (!around.ok) return around;
      if (around.value === undefined) return err({ code: 'not_found' });
      const { row } = section.value;
      const result = saved?.value.row.result ?? signableResult(row);
      const known = loaded(account.replica, loadKnown(row));
      if (!known.ok) return known;
      if (known.value === undefined) return err({ code: 'not_found' });
      return ok({
        findings:
          result === undefined
            ? []
            : checkContract(contractFacts(around.value, { id: id ?? '', result, content }, now)).map(
                (finding) => ({ ...finding, paths: [...finding.paths] }),
              ),
        projectId: row.projectId,
        projectName: around.value.project.name,
        sectionNo: row.sectionNo,
        sectionName: row.name,
        smeReserved: row.smeReserved,
        result: result ?? null,
        others: liveContracts(row)
          .filter(({ contractId }) => contractId !== id)
          .map((each) => ({ ...each })),
        begun: visibleRows(account, contracts, { sectionId })
          .filter((each) => each.id !== id && each.publishedAt === null)
          .map((each) => ({ id: each.id, status: each.status, contractNo: each.content.contractNo })),
        known: knownContent(known.value, result),
        clocks:
          result === undefined
            ? { sign: null, publish: null, file: null }
            : clocksOf(around.value, {
                id: id ?? '',
                result,
                content,
                publishedAt: saved?.value.row.publishedAt ?? null,
              }),
      });
    },
  },
  'contractChanges.get': {
    answer(account, { id }) {
      const found = record(account, contractChanges, id);
      if (!found.ok) return found;
      const { row, version } = found.value;
      const around = loaded(account.replica, loadAroundChange(row, { now: account.now() }));
      return ok({
        change: row,
        version,
        mark: marksOf(account)(contractChanges.name, id),
        actions: [...changeActions(account.actor, row)],
        publish: around.ok && around.value !== undefined ? publishClock(around.value, row.content) : null,
      });
    },
  },
  'contractChanges.check': {
    answer(account, { id, contractId, content }) {
      const contract = record(account, contracts, contractId);
      if (!contract.ok) return contract;
      const now = account.now();
      const around = loaded(account.replica, loadAroundChange({ contractId, content }, { now }));
      if (!around.ok) return around;
      if (around.value === undefined) return err({ code: 'not_found' });
      const facts = changeFacts(around.value, { id: id ?? '', content }, now);
      return ok({
        findings: checkContractChange(facts).map((finding) => ({ ...finding, paths: [...finding.paths] })),
        contract: contract.value.row,
        mayAdd: stillToAdd(facts),
        publish: publishClock(around.value, content),
      });
    },
  },
};

function changesOf(account: Account, contractId: string): ContractChangeItem[] {
  const mark = marksOf(account);
  return visibleRows(account, contractChanges, { contractId })
    .toSorted((a, b) => a.createdAt - b.createdAt)
    .map(({ id, status, content, announcementId }) => ({
      ...{ id, status, kind: content.kind, amount: countedAmount(content), announcementId },
      changedOn: content.changedOn,
      newSupplier: content.kind === 'party' ? content.newSupplier : '',
      mark: mark(contractChanges.name, id),
    }));
}

function mayBeginChange(account: Account, contract: Contract): boolean {
  const begins = createContractChange.access.roles.some((each) => each === account.actor.role);
  const open = visibleRows(account, contractChanges, { contractId: contract.id }).some(
    ({ status }) => status !== 'published',
  );
  return begins && account.actor.organisationId === contract.purchaserId && isInForce(contract) && !open;
}

function publishClock(
  { contract, ...around }: AroundChange,
  { changedOn }: Pick<ContractChangeContent, 'changedOn'>,
): ContractClocks['publish'] {
  const explanation = contract.content.secret ? undefined : clockOf(around, 'CONTRACT_CHG', changedOn);
  return explanation === undefined ? null : explanationOf(explanation);
}

function mayBegin({ actor: { role } }: Account): boolean {
  return createContract.access.roles.some((each) => each === role);
}

type Clocked = Pick<Contract, 'id' | 'result' | 'content' | 'publishedAt'>;

function clocksOf(around: Around, { id, result, content, publishedAt }: Clocked): ContractClocks {
  const { signedOn, secret } = content;
  // Of several, only the first carries the thirty days.
  const follows = liveContracts(around.section).some(
    ({ contractId, at }) => contractId !== id && (publishedAt === null || at < publishedAt),
  );
  const told = (clock: ContractClock, from: PlainDate | null) => {
    const explanation = clockOf(around, clock, from);
    return explanation === undefined ? null : explanationOf(explanation);
  };
  return {
    sign: follows ? null : told('CONTRACT_SIGN', letterOn(result)),
    publish: secret ? null : told('CONTRACT_PUB', signedOn),
    file: told('CONTRACT_FILE', signedOn),
  };
}

function aroundOf(account: Account, { id: sectionId }: Section): Around | undefined {
  const around = loaded(account.replica, loadAround({ sectionId }, { now: account.now() }));
  return around.ok ? around.value : undefined;
}

function signUntil(around: Around | undefined, section: Section): PlainDate | null {
  const result = signableResult(section);
  if (result === undefined || around === undefined) return null;
  return clockOf(around, 'CONTRACT_SIGN', letterOn(result))?.result.date ?? null;
}

type ChoosableProject = QueryOutput<'contracts.choosable'>['projects'][number];

/** With sections that have an announced result, the latest first. */
function choosableProjects(account: Account, text: string, most: number): ChoosableProject[] {
  const offered: ChoosableProject[] = [];
  for (const projectId of projectsWithResults(account, text)) {
    if (offered.length === most) break;
    const project = record(account, projects, projectId);
    if (!project.ok || !isPartyOf(account.actor, project.value.row)) continue;
    const { id, name, planNo } = project.value.row;
    const own = visibleRows(account, sections, { projectId })
      .toSorted((a, b) => (a.sectionNo < b.sectionNo ? -1 : 1))
      .flatMap((section) => choosable(account, section));
    if (own.length > 0) offered.push({ id, name, planNo, sections: own });
  }
  return offered;
}

function choosable(account: Account, section: Section): readonly ChoosableProject['sections'][number][] {
  const result = signableResult(section);
  if (result === undefined) return [];
  const { id, sectionNo, name } = section;
  const begun = visibleRows(account, contracts, { sectionId: id }).filter(
    ({ status }) => status !== 'terminated',
  );
  const { supplierName, amount, rate } = result;
  return [
    {
      ...{ id, sectionNo, name, supplierName, amount, rate },
      letterOn: letterOn(result),
      signUntil: signUntil(aroundOf(account, section), section),
      contractCount: Math.max(begun.length, liveContracts(section).length),
    },
  ];
}
