// Who may be invited, who is, and how they were chosen, read from the values of an invitation. Nobody but the parties and the authorities may see it before
// the opening (法 art 22; 87号令 art 14).
import { invitationTypes } from '#shared/codes/announcement-kinds.ts';
import { normaliseName } from '#shared/kernel/text.ts';
import { isValidUscc, normaliseUscc } from '#shared/kernel/uscc.ts';
import type { AnnouncementRuleFacts, InvitationFacts } from '#shared/rules/announcement-facts.ts';
import { banOn } from '../suppliers/model.ts';
import { type CorrectionEntry, linesOf } from './effective.ts';
import type { AnnouncementFacts } from './facts-model.ts';
import { isEmpty, linesIn, textIn, valueAt } from './field-values.ts';
import { drawRecord, invitedSuppliers } from './templates/invitation-blocks.ts';
import type { Values } from './values.ts';

export type InvitedSupplier = {
  /** Of its line. */
  readonly id: string;
  readonly name: string;
  readonly uscc: string;
  /** Null while nobody has said so. */
  readonly invited: boolean | null;
  readonly recommendedBy: string | null;
  readonly reason: string;
};

/** In the order of their lines. */
export function candidatesIn(values: Values): readonly InvitedSupplier[] {
  return linesIn(valueAt(values, 'candidates')).map(({ id, cells }) => {
    const chosen = textIn(cells['chosen']);
    return {
      id,
      name: textIn(cells['name']).trim(),
      uscc: normaliseUscc(textIn(cells['uscc'])),
      invited: chosen === '' ? null : chosen === 'INVITED',
      recommendedBy: textIn(cells['recommendedBy']) || null,
      reason: textIn(cells['reason']),
    };
  });
}

export function invitedIn(values: Values): readonly InvitedSupplier[] {
  return candidatesIn(values).filter(({ invited }) => invited === true);
}

const invitingFields: ReadonlySet<string> = new Set(
  [invitedSuppliers(), drawRecord()].flatMap(({ fields }) => fields.map(({ key }) => key)),
);

/** Says who is invited or how they were chosen: that is settled once an invitation has gone out. */
export function isInviting(field: string): boolean {
  return invitingFields.has(field);
}

const aboutInvited = /受邀|备选供应商|供应商名单|(邀请|增加|补充|更换|替换).{0,6}供应商/u;

/** The lines of a correction, by index, that are about who is invited: by the field that they name, or by what they call it. */
export function linesAboutInvited(
  { template }: AnnouncementFacts,
  values: Values,
): AnnouncementRuleFacts['aboutInvited'] {
  const lines = template.type === 'INVITATION_CORRECTION' ? linesOf(values) : [];
  const those = (of: (line: CorrectionEntry) => boolean) =>
    lines.flatMap((line, index) => (of(line) ? [index] : []));
  return {
    named: those(({ field }) => isInviting(field)),
    worded: those(({ field, item }) => field === '' && aboutInvited.test(item)),
  };
}

/** What the rules ask of it; null of what invites nobody. */
export function invitationFacts(facts: AnnouncementFacts, values: Values): InvitationFacts | null {
  const { template, target, sections, suppliers, today, now } = facts;
  if (!invitationTypes.has(template.type)) return null;
  const number = valueAt(values, 'inviteNumber');
  const drawnAt = textIn(valueAt(values, 'drawAt'));
  const applications = sections.flatMap(({ schedule }) => schedule?.deadline ?? []).toSorted();
  return {
    source: textIn(valueAt(values, 'inviteSource')) || null,
    prequalified: target !== undefined,
    applying: target === undefined ? null : (applications.findLast((deadline) => deadline > now) ?? null),
    number: typeof number === 'number' ? number : null,
    candidates: candidatesIn(values).map(({ name, uscc, invited, recommendedBy }) => {
      const known = suppliers.find((supplier) => supplier.uscc === uscc);
      const ban = known === undefined ? undefined : banOn(known, today);
      return {
        name,
        uscc,
        wrongCode: uscc !== '' && !isValidUscc(uscc),
        invited,
        recommendedBy,
        otherName:
          known === undefined || name === '' || normaliseName(known.name) === normaliseName(name)
            ? null
            : known.name,
        ban: ban === undefined ? null : { document: ban.document, until: ban.until },
      };
    }),
    purchaserStaff: linesIn(valueAt(values, 'drawWitnesses')).filter(
      ({ cells }) => cells['role'] === 'PURCHASER_STAFF' && textIn(cells['name']).trim() !== '',
    ).length,
    drawnLater: drawnAt !== '' && drawnAt > now,
  };
}

/** Of a result: whether its sections were announced to suppliers whom somebody recommended, and the list of them is with it. */
export function recommendationFacts(
  { template, sections, announcements }: AnnouncementFacts,
  values: Values,
): AnnouncementRuleFacts['recommendation'] {
  if (template.type !== 'RESULT') return null;
  const recommended = sections.some(({ schedule }) => {
    const notice = announcements.find(({ id }) => id === schedule?.announcementId);
    return valueAt(notice?.frozen?.values ?? {}, 'inviteSource') === 'RECOMMENDED';
  });
  if (!recommended) return null;
  return isEmpty(valueAt(values, 'recommendList')) ? 'missing' : 'attached';
}
