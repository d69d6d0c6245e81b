// 邀请书: who is invited and how they were chosen, what goes to each of them, and the project that is announced to them alone.
import { announcementPages, forms, invitationPages } from '#shared/text/index.ts';
import { type Announced, approved, made, published } from '../announcing.ts';
import { projectIn } from '../find.ts';
import { dialogPart, type Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';

const { form } = announcementPages;
let shown: Announced | undefined;

/** Of a project that is bought by invitation, or may be. */
async function theInvitation(stage: Stage): Promise<Announced> {
  if (shown !== undefined) return shown;
  const begins = async (id: string) => {
    const { startable } = await stage.ask('announcements.byProject', { projectId: id });
    return startable.find(({ type, targetId }) => targetId === null && type.endsWith('_INVITATION'))?.type;
  };
  const suits = new Set(['INVITED_TENDER', 'COMPETITIVE_NEGOTIATION', 'COMPETITIVE_CONSULTATION', 'INQUIRY']);
  const projectId = await projectIn(
    stage,
    ({ status, method }) => status === 'sections_received' && suits.has(method),
  );
  const type = await begins(projectId);
  if (type === undefined) throw new Error('the project invites nobody');
  shown = await made(stage, projectId, type, null);
  return shown;
}

async function editing(stage: Stage, section: string): Promise<void> {
  const { id } = await theInvitation(stage);
  await stage.go(`/announcements/${id}/edit`);
  await stage.page.getByRole('heading', { level: 2, name: form.sections }).waitFor();
  await stage.page
    .locator(`#announcement-section-${section}`)
    .evaluate((element) => element.scrollIntoView());
}

async function paged(stage: Stage, bring: (stage: Stage, one: Announced) => Promise<void>): Promise<void> {
  const one = await theInvitation(stage);
  await bring(stage, one);
  await stage.go(`/announcements/${one.id}`);
  await stage.page.getByRole('heading', { level: 1 }).waitFor();
  await stage.page.getByText(invitationPages.suppliers.secret).waitFor();
}

export const invitationScenes: readonly Scene[] = [
  {
    name: 'invitation-form-suppliers',
    title: 'The form of an invitation: who may be invited',
    show: (stage) => editing(stage, 'suppliers'),
  },
  {
    name: 'invitation-draft',
    title: 'An invitation, as a draft',
    show: (stage) => paged(stage, async () => undefined),
  },
  {
    name: 'invitation-send',
    title: 'Dialog: an invitation goes out',
    part: dialogPart,
    async show(stage) {
      await paged(stage, approved);
      await stage.page
        .getByRole('main')
        .getByRole('button', { name: invitationPages.send.action, exact: true })
        .click();
      await stage.dialog().waitFor();
    },
    leave: (stage) => stage.escape(),
  },
  {
    name: 'invitation-sent',
    title: 'An invitation that has gone out',
    show: (stage) => paged(stage, published),
  },
  {
    name: 'invitation-paper',
    title: 'What goes to one of the invited',
    part: dialogPart,
    async show(stage) {
      await paged(stage, published);
      await stage.page.getByRole('button', { name: forms.papers.preview }).first().click();
      await stage.dialog().waitFor();
    },
    leave: (stage) => stage.escape(),
  },
  {
    name: 'invitation-project',
    title: 'The project that is announced to the invited alone',
    async show(stage) {
      const { projectId } = await theInvitation(stage);
      await stage.go(`/projects/${projectId}`);
      await stage.page.getByRole('heading', { level: 1 }).waitFor();
    },
  },
];
