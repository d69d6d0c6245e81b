// Contracts for the benchmark, each with its project, section, acceptance and payment. One course is brought to its end by commands, as tests do; all others are that
// course under other ids, names, units, days, amounts and states, so that a hundred thousand cost little. Row n is the same on every machine.
import { benchSubjects, benchUnitId, unitCount } from '#demo/data/bench-rows.ts';
import { demoRegions } from '#demo/data/regions.ts';
import { type Acceptance, acceptances } from '#shared/domain/contracts/acceptances/model.ts';
import { type Contract, contractStatuses, contracts } from '#shared/domain/contracts/model.ts';
import { type Payment, payments } from '#shared/domain/contracts/payments/model.ts';
import { type Project, projects, type Section, sections } from '#shared/domain/projects/model.ts';
import { fromDayNumber, toDayNumber } from '#shared/kernel/dates.ts';
import { acceptanceId, withAcceptanceIn } from '#test/builders/acceptances.ts';
import { aStoreToSign, contractId, sectionId, withContractIn } from '#test/builders/contracts.ts';
import { beginPayment, must, pay, paymentId, submitPayment } from '#test/builders/payments.ts';

const firstDay = toDayNumber('2024-01-02');
const dayMs = 86_400_000;
const paymentStates = ['draft', 'due', 'paid', 'paid', 'paid', 'void'] as const;

function courseToItsEnd() {
  const store = withContractIn(aStoreToSign(), 'received');
  store.now += dayMs;
  withAcceptanceIn(store, 'concluded');
  must(beginPayment(store));
  must(submitPayment(store));
  must(pay(store));
  const contract = store.get(contracts, contractId);
  return {
    project: store.get(projects, contract.projectId),
    section: store.get(sections, sectionId),
    contract,
    acceptance: store.get(acceptances, acceptanceId),
    payment: store.get(payments, paymentId),
  };
}

export type Course = {
  readonly project: Project;
  readonly section: Section;
  readonly contract: Contract;
  readonly acceptance: Acceptance;
  readonly payment: Payment;
};

export const projectIdOf = (n: number): string => id('018b', n);

/** Makes course n, counted from 0. */
export function benchCourses(): (n: number) => Course {
  const { project, section, contract, acceptance, payment } = courseToItsEnd();
  return (n) => {
    // A multiplicative walk, so that order by day or amount is not order by n.
    const mixed = Math.imul(n + 1, 0x9e3779b1) >>> 0;
    const region = demoRegions[mixed % demoRegions.length] ?? demoRegions[0];
    const unit = n % unitCount;
    const day = firstDay + ((mixed >>> 4) % 1000);
    const signedOn = fromDayNumber(day);
    const at = Date.UTC(2024, 0, 2) + (day - firstDay) * dayMs + ((mixed >>> 9) % dayMs);
    const year = Number(signedOn.slice(0, 4));
    const subject = benchSubjects[(mixed >>> 12) % benchSubjects.length] ?? benchSubjects[0];
    const name = `${region.name}示例单位${unit + 1}${year}年${subject}采购项目${n + 1}`;
    // Three of four are received, as it is after some years.
    const status =
      (mixed >>> 20) % 4 === 0
        ? (contractStatuses[(mixed >>> 8) % contractStatuses.length] ?? 'received')
        : 'received';
    const paymentStatus = paymentStates[(mixed >>> 15) % paymentStates.length] ?? 'paid';
    const accepted = status === 'received' && (mixed >>> 17) % 3 !== 0;
    const amount = 1_000_000 + (mixed % 9_999_999) * 10;
    const ids = { projectId: projectIdOf(n), sectionId: id('018c', n), contractId: id('018d', n) };
    const parties = {
      purchaserId: benchUnitId(unit),
      purchaserName: `${region.name}示例单位${unit + 1}`,
      regionCode: region.code,
    };
    const contractNo = `HT-${year}-${n + 1}`;
    const contractName = `${subject}采购合同${n + 1}`;
    const supplierName = `示例供应商${mixed % 500}有限公司`;
    const performance = {
      ...contract.performance,
      acceptance: accepted ? contract.performance.acceptance : ('none' as const),
      acceptedOn: accepted ? signedOn : null,
      settledAt: accepted && paymentStatus === 'paid' ? at : null,
      settledOn: accepted && paymentStatus === 'paid' ? signedOn : null,
    };
    const known = {
      ...{ projectId: ids.projectId, sectionId: ids.sectionId, contractId: ids.contractId },
      ...{ contractNo, contractName, supplierName, projectName: name, updatedAt: at },
    };
    return {
      project: {
        ...project,
        ...parties,
        id: ids.projectId,
        name,
        fiscalYear: year,
        planNo: `${region.prefix}-${year}-${n + 1}`,
        updatedAt: at,
      },
      section: {
        ...section,
        ...parties,
        ...{ id: ids.sectionId, projectId: ids.projectId },
        status: accepted ? 'accepted' : 'contracted',
        contracts: section.contracts.map((each) => ({
          ...each,
          ...{ contractId: ids.contractId, contractNo, supplierName, signedOn, amount },
          acceptedOn: performance.acceptedOn,
          settledAt: performance.settledAt,
        })),
      },
      contract: {
        ...contract,
        ...parties,
        ...{ id: ids.contractId, projectId: ids.projectId, sectionId: ids.sectionId },
        ...{
          projectName: name,
          fiscalYear: year,
          status,
          performance,
          updatedAt: at,
          dueOn: fromDayNumber(day + 4),
        },
        content: { ...contract.content, contractNo, contractName, amount, signedOn },
        result: { ...contract.result, supplierName },
      },
      acceptance: {
        ...acceptance,
        ...parties,
        ...known,
        id: id('018e', n),
        status: accepted ? 'concluded' : 'draft',
      },
      payment: {
        ...payment,
        ...parties,
        ...known,
        ...{ id: id('018f', n), fiscalYear: year, status: paymentStatus },
        due: { ...due(payment), on: fromDayNumber(day + 30) },
        paid: paymentStatus === 'paid' || paymentStatus === 'void' ? payment.paid : null,
      },
    };
  };
}

function due({ due: known }: Payment): NonNullable<Payment['due']> {
  if (known === null) throw new Error('the payment has no due day');
  return known;
}

/** Ids of one kind begin alike. */
function id(kind: string, n: number): string {
  return `${kind}1000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}
