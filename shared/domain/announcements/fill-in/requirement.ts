// What is to be bought, on which terms, and from whom: a block for each chosen section.
import { codeName } from '#shared/codes/code-table.ts';
import { smeIndustries } from '#shared/codes/policies.ts';
import { documentText, fillInText } from '#shared/text/zh-CN/announcements-document.ts';
import { policyWords } from '../../projects/plan-of-project.ts';
import { type PlannedSectionOf, plannedSections } from '../../projects/planned-sections.ts';
import type { AnnouncementFacts } from '../facts-model.ts';
import { withoutTurns } from '../published-text.ts';
import { type RichBlock, type RichText, richTextOf } from '../rich-text.ts';
import { fromEarlier } from './earlier.ts';
import { catalogueWords, type Knowledge, type Known, known, words } from './known.ts';

export const requirementKnowledge: Knowledge = new Map([
  ['requirement', requirement],
  ['description', requirement],
  ['performancePeriod', performancePeriod],
  ['consortiumAllowed', consortiumAllowed],
  ['policyQualification', policyQualification],
  ['specialQualification', specialQualification],
  ['policies', policies],
]);

function requirement(facts: AnnouncementFacts): Known | undefined {
  const { sections, plan } = facts;
  if (sections.length > 0) {
    const doc: RichText = { type: 'doc', content: plannedSections(facts).flatMap(blocksOf) };
    return known('centre', doc);
  }
  const items = plan?.content.items ?? [];
  if (items.length === 0) return undefined;
  const text = items.map(({ name, qty, unit }) => fillInText.item(name, qty ?? '', unit)).join('\n');
  return known('plan', richTextOf(withoutTurns(text)));
}

/** Each section with what is bought in it alone. */
function blocksOf({ section, items, ...terms }: PlannedSectionOf): readonly RichBlock[] {
  const title = withoutTurns(fillInText.sectionTitle(section));
  const lines = fillInText.sectionLines(section, {
    ...terms,
    catalogue: catalogueWords(terms.catalogue),
    items: fillInText.items(items),
  });
  return [
    { type: 'paragraph', content: [{ type: 'text', text: title, marks: [{ type: 'bold' }] }] },
    ...lines.flatMap((line) => richTextOf(withoutTurns(line)).content),
  ];
}

/** One for all, or one a section where they differ. */
function performancePeriod({ sections, plan }: AnnouncementFacts): Known | undefined {
  const said = sections.filter(({ performancePeriod: period }) => period !== null && period !== '');
  const [first] = said;
  if (first === undefined || said.length < sections.length) {
    return words('plan', plan?.content.performancePeriod);
  }
  const one = said.every(({ performancePeriod: period }) => period === first.performancePeriod);
  if (one) return words('centre', first.performancePeriod);
  const lines = said.map(({ sectionNo, performancePeriod: period }) =>
    fillInText.ofSection(sectionNo, period ?? ''),
  );
  return words('centre', lines.join('\n'));
}

/** Where the sections differ somebody has to say it in words. */
function consortiumAllowed(facts: AnnouncementFacts): Known | undefined {
  const { sections, plan } = facts;
  if (plan?.content.smeMode === 'CONSORTIUM') return known('plan', true);
  const [first] = sections;
  const agreed = sections.every(({ acceptsConsortium }) => acceptsConsortium === first?.acceptsConsortium);
  const centre = agreed ? known('centre', first?.acceptsConsortium) : undefined;
  return centre ?? fromEarlier(facts, 'consortiumAllowed');
}

/** 财库〔2020〕46号 art 12: what is reserved is said in the notice, with the industry that decides who is small. */
function policyQualification(facts: AnnouncementFacts): Known | undefined {
  const { sections, plan } = facts;
  const reserved = plannedSections(facts).flatMap(({ section, smeReserved }) => (smeReserved ? section : []));
  const { smeMode, smeAmount, smeIndustry } = plan?.content ?? {};
  const whole = sections.length === 0 ? smeMode === 'WHOLE_PROJECT' : reserved.length === sections.length;
  const lines = [
    ...(whole ? [fillInText.smeWhole] : []),
    ...(!whole && reserved.length > 0
      ? [fillInText.smeSome(reserved.map(({ sectionNo }) => sectionNo))]
      : []),
    ...(smeMode === 'CONSORTIUM' ? [fillInText.smeConsortium(smeAmount ?? null)] : []),
    ...(smeMode === 'SUBCONTRACT' ? [fillInText.smeSubcontract(smeAmount ?? null)] : []),
  ];
  // Nobody has reserved anything: that is what they say of it.
  if (lines.length === 0) {
    return known(sections.length > 0 ? 'centre' : 'plan', richTextOf(documentText.none));
  }
  const industry = smeIndustry == null ? undefined : codeName(smeIndustries, smeIndustry);
  const all = industry === undefined ? lines : [...lines, fillInText.smeIndustry(industry)];
  const byCentre = reserved.length > 0;
  const byPlan = industry !== undefined || smeMode === 'CONSORTIUM' || smeMode === 'SUBCONTRACT' || !byCentre;
  const source = byCentre && byPlan ? 'planAndCentre' : byCentre ? 'centre' : 'plan';
  return known(source, richTextOf(withoutTurns(all.join('\n'))));
}

/** A sentence a policy; before the evaluation what will be done, in the result what was done. */
function policies({ template, policies: applied }: AnnouncementFacts): Known | undefined {
  const isResult = template.column === 'result';
  const sentences = applied
    .map((each) => ({
      ...each,
      words: policyWords(isResult ? each.policy.result : each.policy.notice, each),
    }))
    .filter(({ words }) => words !== '')
    .map(({ words, sectionNos }) =>
      sectionNos === undefined ? words : fillInText.ofSection(sectionNos.join('、'), words),
    );
  return sentences.length === 0
    ? undefined
    : known('plan', richTextOf(withoutTurns(fillInText.policies(sentences))));
}

/** What the centre says, a paragraph a section; what the last notice said; else 无. */
function specialQualification(facts: AnnouncementFacts): Known | undefined {
  const { sections } = facts;
  const said = sections.filter(({ qualification }) => qualification !== null && qualification !== '');
  if (said.length === 0) {
    return fromEarlier(facts, 'specialQualification') ?? known('default', richTextOf(documentText.none));
  }
  const lines = said.map(({ sectionNo, qualification }) =>
    sections.length === 1 ? (qualification ?? '') : fillInText.ofSection(sectionNo, qualification ?? ''),
  );
  return known('centre', richTextOf(withoutTurns(lines.join('\n'))));
}
