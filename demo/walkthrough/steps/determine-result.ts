import { type AwardContent, awardIdOf, emptyAward } from '#shared/domain/awards/model.ts';
import { uuidV7 } from '#shared/kernel/ids.ts';
import { typedContent } from '../../data/announcement-content.ts';
import { randomOf } from '../../data/random.ts';
import {
  composed,
  reviewAndPublish,
  sectionsBecome,
  sectionsOn,
  submitAnnouncement,
  takenByCentre,
  withWarningsRead,
} from '../announcing.ts';
import { asTimePasses, projectOn, synced } from '../asking.ts';
import type { Desk } from '../desk.ts';
import { accepted, eventually, expect, need, refused } from '../outcome.ts';
import type { Step } from '../world.ts';

export const determineResult: Step = {
  title: '确认结果、结果公告、中标通知书',
  async run(world) {
    const { desks, story, centre, today } = world;
    const { clerk, reviewer, agency, stranger } = desks;
    const projectId = need(story.projectId, 'project of an earlier step');
    const section = need(
      (await sectionsOn(clerk, projectId)).find(({ status }) => status === 'evaluated'),
      'evaluated section',
    );
    const { id: sectionId, schedule } = section;
    const noticeId = need(schedule, 'notice').announcementId;
    const id = awardIdOf(sectionId, noticeId, 0);

    // Two are the first: who of them, and why, has to be said.
    const empty = { sectionId, content: emptyAward };
    const { ranking, told } = accepted(await clerk.ask('awards.check', empty), '候选人');
    expect(told, 'the ranking is not that of the centre');
    const [first, other] = ranking.filter(({ rank }) => rank === 1);
    const [winner, tied] = [need(first, 'first candidate'), need(other, 'candidate beside the first')];
    const content: AwardContent = {
      ...emptyAward,
      winner: winner.supplier,
      address: '许昌市示例路1号',
      sizeClass: 'small',
      amount: winner.price,
    };
    accepted(await clerk.act('awards.create', { sectionId, noticeId, content }), '确定结果');
    await synced(clerk);
    await synced(agency);
    refused(
      await agency.act('awards.create', { sectionId, noticeId, content }),
      'already_exists',
      '重复起草',
    );
    const refusal = refused(await clerk.act('awards.submit', { id }), 'rule_broken', '未说明并列的处理');
    expect(refusal.fields?.map(({ code }) => code).join() === 'award.tie', JSON.stringify(refusal));
    const tie = {
      by: 'document',
      note: `采购文件规定并列的由报价低者中标，${tied.supplier}报价较高。`,
      files: [],
    };
    const changes = [{ field: 'tie', from: null, to: tie }];
    accepted(await clerk.act('awards.edit', { id, changes }), '修改');
    await withWarningsRead(clerk, 'awards.submit', { id });
    await synced(clerk);

    const own = { id, submittedAt: Date.now(), note: '' };
    refused(await clerk.act('awards.confirm', own), 'not_allowed', '经办岗自行确认');
    expect(!(await mayAnnounce(clerk, projectId)), 'a result that nobody has determined may be announced');
    const { submittedAt } = (await awardBecomes(reviewer, id, 'review')).award;
    await withWarningsRead(reviewer, 'awards.confirm', { id, submittedAt, note: '同意' });
    await awardBecomes(clerk, id, 'confirmed');
    refused(await stranger.ask('awards.get', { id }), 'not_found', '其他单位查看');

    // The announcement says whom the purchaser has determined, whatever is typed.
    expect(await mayAnnounce(clerk, projectId), 'the result may not be announced');
    const project = need(await projectOn(clerk, projectId), 'project');
    const sections = [section];
    const typed = typedContent(
      {
        type: 'RESULT',
        category: project.category,
        from: today,
        until: today,
        sections,
        target: undefined,
        idTime: Date.now(),
      },
      randomOf('walkthrough/result'),
    );
    const resultId = uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
    const about = { type: 'RESULT' as const, projectId, targetId: null, sectionIds: [sectionId] };
    const { document } = await composed(clerk, { ...about, id: null, content: typed });
    expect(JSON.stringify(document).includes(winner.supplier), 'the preview does not name the winner');
    accepted(
      await clerk.act('announcements.create', { ...about, id: resultId, content: typed }),
      '起草结果公告',
    );
    await submitAnnouncement(clerk, resultId);
    const published = await reviewAndPublish(desks, resultId, 'awards.publish');
    story.resultId = resultId;

    const { award } = await awardBecomes(clerk, id, 'published');
    const { no } = need(award.letter, 'letter of award');
    await sectionsBecome(clerk, projectId, 'the awarded section', (all) =>
      all.some((each) => each.id === sectionId && each.status === 'awarded'),
    );
    const accepting = eventually('the centre to take the result', async () => {
      const { announcement } = accepted(await clerk.ask('announcements.get', { id: resultId }), '结果公告');
      return announcement.push.status === 'accepted' ? announcement : undefined;
    });
    await asTimePasses(world, accepting);
    const { type, body } = await takenByCentre(centre, resultId);
    const [result] = body.results ?? [];
    expect(
      type === 'award.push' && result?.supplier.name === winner.supplier && result.letterNo === no,
      `the centre was told ${type} ${JSON.stringify(body.results)}`,
    );
    const reopen = { id, reason: '示例原因' };
    refused(await reviewer.act('awards.reopen', reopen), 'wrong_state', '公告后撤回确认');
    return `${published.title}：${winner.supplier}，并列按采购文件处理；经办岗不能自行确认，公告前无通知书，公告后编号 ${no}，已推送中心；公告后不能撤回确认`;
  },
};

async function mayAnnounce(desk: Desk, projectId: string): Promise<boolean> {
  const { startable } = accepted(await desk.ask('announcements.byProject', { projectId }), '项目向导');
  return startable.some(({ type }) => type === 'RESULT');
}

/** Waits until the desk shows the result in this state. */
function awardBecomes(desk: Desk, id: string, status: string) {
  let last: string | undefined;
  return eventually(
    `the result to be ${status} on the desk of ${desk.title}`,
    async () => {
      const answer = await desk.ask('awards.get', { id });
      last = answer.ok ? answer.value.award.status : answer.error.code;
      return answer.ok && last === status ? answer.value : undefined;
    },
    () => last,
  );
}
