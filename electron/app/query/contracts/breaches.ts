// 违约处理 for the window: of which contracts one may be begun, those of a contract with what they leave to be done, one of them with its papers, and the form while one types.
import type { BreachItem, ContractToNotice } from '#shared/contract/contracts/breaches.ts';
import type { Paper } from '#shared/contract/documents.ts';
import { createBreach } from '#shared/domain/contracts/breaches/commands/create.ts';
import { breachFacts, loadAround, usualStatementDay } from '#shared/domain/contracts/breaches/facts.ts';
import { takenBy } from '#shared/domain/contracts/breaches/in-effect.ts';
import {
  correctedContent,
  endsContract,
  knownTermination,
} from '#shared/domain/contracts/breaches/known-content.ts';
import { type Breach, breaches } from '#shared/domain/contracts/breaches/model.ts';
import { papersOf } from '#shared/domain/contracts/breaches/papers/papers.ts';
import { breachActions } from '#shared/domain/contracts/breaches/workflow.ts';
import {
  type Contract,
  contracts,
  isInForce,
  supplierNow,
  wasInForce,
} from '#shared/domain/contracts/model.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { checkBreach } from '#shared/rules/contracts/breach-rules.ts';
import type { Account } from '../../account.ts';
import type { Handlers } from '../handler.ts';
import { loaded } from '../load-facts.ts';
import { marksOf } from '../marks.ts';
import { record, visibleRows } from '../records.ts';
import { contractsOffered } from './contracts-offered.ts';

export const breachHandlers: Handlers<
  'breaches.choosable' | 'breaches.ofContract' | 'breaches.get' | 'breaches.check'
> = {
  'breaches.choosable': {
    answer(account, { text, limit }, desk) {
      if (!isOfRole(account)) return ok({ contracts: [] });
      desk.search.catchUp();
      return ok({ contracts: choosable(account, text, limit) });
    },
  },
  'breaches.ofContract': {
    answer(account, { contractId }) {
      const contract = record(account, contracts, contractId);
      if (!contract.ok) return contract;
      const all = visibleRows(account, breaches, { contractId });
      const { deducted, withheld } = takenBy(all);
      return ok({
        breaches: itemsOf(account, all),
        ...{ deductible: deducted, withheld },
        begin: beginsOn(account, contract.value.row),
      });
    },
  },
  'breaches.get': {
    answer(account, { id }) {
      const found = record(account, breaches, id);
      if (!found.ok) return found;
      const { row, version } = found.value;
      const contract = record(account, contracts, row.contractId);
      const begins = contract.ok && beginsOn(account, contract.value.row);
      const ends = begins && isInForce(contract.value.row) && endsContract(row);
      return ok({
        breach: row,
        version,
        mark: marksOf(account)(breaches.name, id),
        actions: [...breachActions(account.actor, row)],
        papers: [...papersNow(account, row)],
        contractKnown: contract.ok,
        termination: ends ? knownTermination(row) : null,
        correction: begins && row.status === 'decided' ? correctedContent(row) : null,
      });
    },
  },
  'breaches.check': {
    answer(account, { id, contractId, predecessorId, content, statement }) {
      const contract = record(account, contracts, contractId);
      if (!contract.ok) return contract;
      const saved = id === null ? null : record(account, breaches, id);
      if (saved?.ok === false) return saved;
      const now = account.now();
      const around = loaded(account.replica, loadAround({ contractId }, { now }));
      if (!around.ok) return around;
      if (around.value === undefined) return err({ code: 'not_found' });
      const own = saved?.value.row;
      const asked =
        statement !== null
          ? 'statement'
          : own === undefined || own.status === 'draft'
            ? 'notice'
            : 'decision';
      const said = statement ?? own?.statement ?? null;
      const about = { id: id ?? '', predecessorId: own?.predecessorId ?? predecessorId };
      const facts = breachFacts(around.value, { ...about, content, statement: said }, asked, now);
      const shown =
        own === undefined
          ? null
          : papersOf(withDay({ ...own, content, statement: said }, facts.usualStatementDay)).at(-1);
      return ok({
        findings: checkBreach(facts).map((finding) => ({ ...finding, paths: [...finding.paths] })),
        contract: contract.value.row,
        owed: facts.owed,
        bond: facts.bond,
        usualStatementDay: facts.usualStatementDay,
        document: shown?.document ?? null,
      });
    },
  },
};

/** Error codes: not_found, unreadable_record. */
export function breachPapers(account: Account, id: string): Result<readonly Paper[]> {
  const found = record(account, breaches, id);
  return found.ok ? ok(papersNow(account, found.value.row)) : found;
}

/** A draft is printed before it is sent: it says the day that the notice will have. */
function papersNow(account: Account, breach: Breach): readonly Paper[] {
  const around = loaded(account.replica, loadAround(breach, { now: account.now() }));
  const known = around.ok ? around.value : undefined;
  const usual = known === undefined ? null : usualStatementDay(known, breach.content.noticeOn);
  return papersOf(withDay(breach, usual)).map((paper) => ({ ...paper, lacks: null }));
}

function withDay(breach: Breach, usual: PlainDate | null): Breach {
  if (breach.status !== 'draft') return breach;
  const { content } = breach;
  return { ...breach, content: { ...content, statementUntil: content.statementUntil ?? usual } };
}

function isOfRole({ actor: { role } }: Account): boolean {
  return createBreach.access.roles.some((each) => each === role);
}

function beginsOn(account: Account, contract: Contract): boolean {
  const own = account.actor.organisationId === contract.purchaserId;
  return own && isOfRole(account) && wasInForce(contract);
}

function itemsOf(account: Account, all: readonly Breach[]): BreachItem[] {
  const mark = marksOf(account);
  return all
    .toSorted((a, b) => a.createdAt - b.createdAt)
    .map(({ id, status, content: { party, kind, happenedOn, upheld, consequences } }) => ({
      ...{ id, status, party, kind, happenedOn },
      upheld: status === 'decided' ? upheld : null,
      consequences: status === 'decided' && upheld === true ? consequences : [],
      mark: mark(breaches.name, id),
    }));
}

function choosable(account: Account, text: string, most: number): ContractToNotice[] {
  const states = ['submitted', 'papers', 'received', 'terminated'] as const;
  const fits = (contract: Contract) => beginsOn(account, contract);
  return contractsOffered(account, { text, states, most, fits }).map(
    ({ id, projectName, content, result, changes }) => ({
      ...{ id, projectName, contractNo: content.contractNo, contractName: content.contractName },
      supplierName: supplierNow({ result, changes }).name,
    }),
  );
}
