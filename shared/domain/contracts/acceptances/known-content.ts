// What of an acceptance is known before anybody types: what is left of the contract, line by line with what it demands, where and by which standards. After a 整改 it goes on
// from the acceptance before: its group and what did not pass.
import { namedId } from '#shared/kernel/named-id.ts';
import { acceptancePaperText } from '#shared/text/zh-CN/contracts/acceptance-papers.ts';
import { supplierNow } from '../model.ts';
import { type Around, failedBefore } from './facts.ts';
import { type AcceptanceContent, type AcceptanceStage, emptyAcceptance } from './model.ts';

const usualStage: Readonly<Record<'A' | 'B' | 'C', AcceptanceStage>> = {
  A: 'final',
  B: 'completion',
  C: 'period',
};

type Known = Pick<Around, 'contract' | 'project' | 'acceptances'>;

export function knownContent(around: Known): AcceptanceContent {
  const { contract, project, acceptances: all } = around;
  const { content, performance } = contract;
  const before = failedBefore(around);
  const left = content.items.filter(({ id }) => !performance.acceptedItems.includes(id));
  // The last stage looks at everything once more, and at what was added meanwhile.
  const items = left.length > 0 ? left : content.items;
  const begun = all.some(({ status }) => status === 'concluded');
  return {
    ...emptyAcceptance,
    requestedBy: supplierNow(contract).name,
    part: begun ? (left.length > 0 ? (before?.content.part ?? null) : 'last') : 'once',
    stage: before?.content.stage ?? usualStage[project.category],
    publicService: before?.content.publicService ?? false,
    place: content.performancePlace,
    standards: content.acceptanceStandard,
    ...(before === undefined ? {} : repeated(before.content)),
    rows: [
      ...items.map(({ id, name, spec, requirement }) => ({
        ...{ itemId: id, item: name, requirement: demanded(spec, requirement) },
      })),
      ...contract.changes.flatMap(({ changeId, kind, changedOn }) =>
        kind === 'addition'
          ? [{ itemId: changeId, item: acceptancePaperText.added(changedOn), requirement: '' }]
          : [],
      ),
    ].map((row, index) => ({
      id: namedId(`${contract.id}/acceptance-row/${all.length}/${index}`),
      ...row,
      ...{ found: '', passed: null, evidenceId: null },
    })),
  };
}

/** The period of a service stays the one that is looked at once more. */
function repeated({ method, place, standards, members, periodFrom, periodUntil }: AcceptanceContent) {
  return { method, place, standards, members, periodFrom, periodUntil };
}

function demanded(spec: string, requirement: string): string {
  return [spec, requirement]
    .filter((text) => text !== '')
    .join('；')
    .slice(0, 1000);
}
