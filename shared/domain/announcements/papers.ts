// What goes to each who is invited: the 邀请书, and where it is corrected the 更正通知书, addressed to that supplier and naming no other. All are made from one
// frozen text and go out at the same time (87号令 art 14).
import { invitationTypes } from '#shared/codes/announcement-kinds.ts';
import type { OfficialDocument } from '#shared/documents/model.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { invitationPaperText as words } from '#shared/text/zh-CN/announcements/invitation-papers.ts';
import { announcementDocument } from './document-of-row.ts';
import { invitedIn } from './invitation.ts';
import { type Announcement, isPublished } from './model.ts';
import { withoutTurns } from './published-text.ts';

export type InvitationPaper = {
  /** Of its supplier's line, whatever order they come in. */
  readonly key: string;
  readonly name: string;
  readonly document: OfficialDocument;
};

/** Of a correction, whom the invitation in `target` invites; none before it is submitted, and of what invites nobody. */
export function invitationPapers(
  announcement: Announcement,
  target: Announcement | undefined,
): Result<readonly InvitationPaper[]> {
  const invitation = [announcement, target].find(
    (each) => each !== undefined && invitationTypes.has(each.type),
  );
  const values = invitation?.frozen?.values;
  const toInvited = invitationTypes.has(announcement.type) || announcement.type === 'INVITATION_CORRECTION';
  if (!toInvited || values === undefined || announcement.frozen === null) return ok([]);
  const common = announcementDocument(announcement);
  if (!common.ok) return common;
  const { title, blocks, ...rest } = common.value;
  return ok(
    invitedIn(values).map(({ id, name }) => ({
      key: id,
      name: words.name(title, name),
      document: {
        ...rest,
        title,
        blocks: [{ kind: 'addressee', text: words.addressee(withoutTurns(name)) }, ...blocks],
        ...stampOf(announcement),
      },
    })),
  );
}

/** Nobody takes what has not gone out, or was withdrawn, for the invitation. */
function stampOf(announcement: Announcement): Pick<OfficialDocument, 'stamp'> {
  if (!isPublished(announcement)) return { stamp: words.stamp.notSent };
  return announcement.status === 'withdrawn' ? { stamp: words.stamp.withdrawn } : {};
}
