// 中标（成交）结果 and the suppliers that come of it: from the evaluated section to the announced result.
import { type AwardStatus, emptyAward } from '#shared/domain/awards/model.ts';
import { awardPages, awardPaperText, forms, label, supplierPages } from '#shared/text/index.ts';
import { dialogPart, page, type Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';
import { usernames } from '../story.ts';

type Line = Awaited<ReturnType<typeof linesOf>>[number];

async function linesOf(stage: Stage, projectId: string) {
  return (await stage.ask('awards.byProject', { projectId })).sections;
}

/** The first section like this, of any project. */
async function found(stage: Stage, holds: (line: Line) => boolean) {
  const { items } = await stage.ask('projects.list', { limit: 200 });
  for (const { id: projectId } of items) {
    const line = (await linesOf(stage, projectId)).find(holds);
    if (line !== undefined) return { projectId, line };
  }
  throw new Error('no section of the demo has come so far');
}

const isIn =
  (...statuses: readonly AwardStatus[]) =>
  ({ award }: Line) =>
    award !== null && statuses.includes(award.status);

async function form(stage: Stage): Promise<void> {
  const { line } = await found(stage, ({ begin }) => begin);
  await stage.go(`/awards/new?sectionId=${line.sectionId}`);
  await stage.page.getByRole('heading', { level: 2, name: awardPages.form.sections.determination }).waitFor();
  await stage.page.getByRole('radio').nth(2).waitFor();
}

/** Of which the centre has told that the first two are equal. */
async function tied(stage: Stage) {
  const { items } = await stage.ask('projects.list', { limit: 200 });
  for (const { id: projectId } of items) {
    for (const line of await linesOf(stage, projectId)) {
      if (!line.begin) continue;
      const asked = { sectionId: line.sectionId, content: emptyAward };
      const { ranking } = await stage.ask('awards.check', asked);
      if (ranking.filter(({ rank }) => rank === 1).length > 1) return { projectId, line };
    }
  }
  throw new Error('no ranking of the demo has a tie');
}

async function openAward(stage: Stage, ...statuses: readonly AwardStatus[]): Promise<void> {
  const { line } = await found(stage, isIn(...statuses));
  await stage.go(`/awards/${line.award?.id}`);
  await stage.page.getByRole('heading', { level: 2, name: awardPages.page.facts }).waitFor();
}

async function openSupplier(stage: Stage): Promise<void> {
  const { items } = await stage.ask('suppliers.list', { limit: 1 });
  await stage.go(`/suppliers/${items[0]?.id}`);
  await stage.page.getByRole('heading', { level: 2, name: supplierPages.page.bans }).waitFor();
}

async function supplierDialog(stage: Stage, button: string): Promise<void> {
  await openSupplier(stage);
  await stage.press(button);
  await stage.dialog().waitFor();
}

export const awardScenes: readonly Scene[] = [
  {
    name: 'award-guide',
    title: 'Project: results of its sections',
    async show(stage) {
      const { projectId } = await found(stage, ({ begin, award }) => begin || award !== null);
      await stage.go(`/projects/${projectId}`);
      const heading = stage.page.getByRole('heading', { level: 2, name: awardPages.guide.title });
      await heading.waitFor();
      await heading.scrollIntoViewIfNeeded();
    },
  },
  { name: 'award-form', title: 'The form of a result, nobody chosen yet', show: form },
  {
    name: 'award-form-errors',
    title: 'The form of a result, not the first: what has to be said',
    async show(stage) {
      await form(stage);
      await stage.page
        .getByRole('radiogroup', { name: new RegExp(`^${label('awards.content.winner')}`, 'u') })
        .getByRole('radio')
        .nth(1)
        .check();
      await stage.page
        .getByRole('heading', { level: 2, name: awardPages.form.sections.passedOver })
        .waitFor();
      await stage.press(awardPages.form.buttons.submit);
      await stage.page.getByRole('alert').first().waitFor();
    },
  },
  {
    name: 'award-form-explained',
    title: 'The form of a result: why not those who stand before',
    async show(stage) {
      const heading = stage.page.getByRole('heading', {
        level: 2,
        name: awardPages.form.sections.passedOver,
      });
      await heading.evaluate((element) => element.scrollIntoView());
    },
  },
  {
    name: 'award-form-tie',
    title: 'The form of a result, two in the first place: how the tie is resolved',
    async show(stage) {
      const { line } = await tied(stage);
      await stage.go(`/awards/new?sectionId=${line.sectionId}`);
      const winner = stage.page.getByRole('radiogroup', {
        name: new RegExp(`^${label('awards.content.winner')}`, 'u'),
      });
      await winner.getByRole('radio').first().check();
      const heading = stage.page.getByRole('heading', { level: 2, name: awardPages.form.sections.tie });
      await heading.waitFor();
      await heading.evaluate((element) => element.scrollIntoView());
    },
  },
  {
    name: 'award-confirmed',
    title: 'A result that waits for its announcement, or has been announced',
    show: (stage) => openAward(stage, 'confirmed', 'published'),
  },
  {
    name: 'award-papers',
    title: 'A result that has been announced, with its letters',
    async show(stage) {
      await openAward(stage, 'published');
      const heading = stage.page.getByRole('heading', { level: 2, name: awardPaperText.pageTitle });
      await heading.waitFor();
      await stage.page.getByRole('list', { name: awardPaperText.pageTitle }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'award-letter',
    title: 'Preview of a letter of award',
    part: dialogPart,
    async show(stage) {
      await openAward(stage, 'published');
      await stage.page
        .getByRole('button', { name: new RegExp(`^${forms.papers.preview}`, 'u') })
        .first()
        .click();
      await stage.dialog().waitFor();
    },
    leave: (stage) => stage.escape(),
  },
  page('suppliers', '供应商, the list', '/suppliers'),
  { name: 'supplier', title: 'A supplier', show: openSupplier },
  {
    name: 'supplier-rename',
    title: 'Dialog: 登记更名',
    part: dialogPart,
    show: (stage) => supplierDialog(stage, label('actions.suppliers.rename')),
    leave: (stage) => stage.escape(),
  },
];

/** A result that the clerk of the unit has submitted; the first candidate, as most often. */
async function openSubmitted(stage: Stage): Promise<void> {
  const { line } = await found(
    stage,
    (each) => isIn('review')(each) || (each.award === null && !each.failed && each.due !== null),
  );
  const { sectionId } = line;
  const { place } = await stage.ask('awards.place', { sectionId });
  if (place === null) throw new Error('the section cannot have a result');
  const { noticeId, awardId: id } = place;
  if (!place.begun) {
    const { ranking } = await stage.ask('awards.check', { sectionId, content: emptyAward });
    const [first] = ranking;
    const content = {
      ...emptyAward,
      winner: first?.supplier ?? '',
      amount: first?.price ?? null,
      address: '许昌市示例路1号',
      sizeClass: 'small' as const,
    };
    const { findings } = await stage.ask('awards.check', { sectionId, content });
    const clerk = await stage.colleague(usernames.clerk);
    await clerk.act(
      ['awards.create', { sectionId, noticeId, content }],
      ['awards.submit', { id, acknowledged: findings.map(({ ruleId }) => ruleId) }],
    );
    await stage.synced();
  }
  await stage.go(`/awards/${id}`);
  await stage.page.getByRole('heading', { level: 2, name: awardPages.page.checks }).waitFor();
}

/** Of 审核岗. */
export const confirmScenes: readonly Scene[] = [
  { name: 'award-review', title: 'A result to be confirmed', show: openSubmitted },
  {
    name: 'award-confirm',
    title: 'Dialog: 确认结果',
    part: dialogPart,
    async show(stage) {
      await stage.press(label('actions.awards.confirm'));
      await stage.dialog().waitFor();
    },
    leave: (stage) => stage.escape(),
  },
];

/** Of 采购办. */
export const banScenes: readonly Scene[] = [
  {
    name: 'supplier-ban',
    title: 'Dialog: 登记禁止期',
    part: dialogPart,
    show: (stage) => supplierDialog(stage, label('actions.suppliers.recordBan')),
    leave: (stage) => stage.escape(),
  },
];
