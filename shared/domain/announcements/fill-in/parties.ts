// Who buys, who runs the procurement, which finance department it is, and whom to ask.
import { telephoneText } from '#shared/kernel/telephone.ts';
import type { Organisation } from '../../admin/model.ts';
import type { AnnouncementFacts } from '../facts-model.ts';
import { fromEarlier } from './earlier.ts';
import { type Knowledge, type Known, words } from './known.ts';

type Party = 'purchaser' | 'agency' | 'office';

export const partyKnowledge: Knowledge = new Map([
  ...partyFields('purchaser'),
  ...partyFields('agency'),
  ...partyFields('office'),
  ['authority', ({ office }) => words('office', office?.name)],
  ['assessor', ({ office }) => words('office', office?.name)],
  ['contactPerson', contactPerson],
  ['contactPhone', contactPhone],
]);

function partyFields(party: Party): Knowledge {
  const source = party === 'purchaser' ? 'unit' : party;
  const of =
    (read: (organisation: Organisation) => string) =>
    (facts: AnnouncementFacts): Known | undefined => {
      const organisation = facts[party];
      return organisation === undefined ? undefined : words(source, read(organisation));
    };
  return new Map([
    [`${party}Name`, of(({ name }) => name)],
    [`${party}Address`, of(({ address }) => address)],
    [`${party}Contact`, of(({ contact, phone }) => `${contact} ${telephoneText(phone)}`.trim())],
    [`${party}Person`, of(({ contact }) => contact)],
    [`${party}Phone`, of(({ phone }) => telephoneText(phone))],
  ]);
}

/** Whoever was named last for this project; else the agency's person, where there is one, or the plan's. */
function contactPerson(facts: AnnouncementFacts): Known | undefined {
  const { agency, plan } = facts;
  return (
    fromEarlier(facts, 'contactPerson') ??
    (agency === undefined ? words('plan', plan?.content.contact) : words('agency', agency.contact))
  );
}

function contactPhone(facts: AnnouncementFacts): Known | undefined {
  const { agency, plan } = facts;
  return (
    fromEarlier(facts, 'contactPhone') ??
    (agency === undefined
      ? words('plan', telephoneText(plan?.content.phone ?? ''))
      : words('agency', telephoneText(agency.phone)))
  );
}
