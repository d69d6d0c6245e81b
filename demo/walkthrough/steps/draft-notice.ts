import type { QueryInput } from '#shared/contract/ipc.ts';
import { richTextOf } from '#shared/domain/announcements/rich-text.ts';
import type { Values } from '#shared/domain/announcements/values.ts';
import type { Section } from '#shared/domain/projects/model.ts';
import { addDays } from '#shared/kernel/dates.ts';
import { uuidV7 } from '#shared/kernel/ids.ts';
import { describeField } from '#shared/text/index.ts';
import { typedContent } from '../../data/announcement-content.ts';
import { randomOf } from '../../data/random.ts';
import { announcementOn, composed, sectionsOn, submitAnnouncement } from '../announcing.ts';
import { outbox } from '../asking.ts';
import type { Desk } from '../desk.ts';
import { accepted, expect, need, refused } from '../outcome.ts';
import type { Step } from '../world.ts';

export const draftNotice: Step = {
  title: '断网起草招标公告',
  async run(world) {
    const { story, today } = world;
    const { clerk } = world.desks;
    const projectId = need(story.projectId, 'project of an earlier step');
    clerk.network.set('cut');
    const { startable } = accepted(await clerk.ask('announcements.byProject', { projectId }), '项目向导');
    expect(
      startable.some(({ type }) => type === 'TENDER'),
      '起草公告 is not offered',
    );

    // The generated content follows the choice of sections; what is typed stays.
    const sections = await sectionsOn(clerk, projectId);
    const asked = { id: null, type: 'TENDER', projectId, targetId: null } as const;
    const typed: Values = {
      ...typedContent(
        {
          type: 'TENDER',
          from: today,
          until: addDays(today, 3),
          sections,
          target: undefined,
          idTime: Date.now(),
        },
        randomOf('walkthrough/notice'),
      ),
      other: richTextOf('本项目免费提供电子招标文件。'),
    };
    const one = await composed(clerk, {
      ...asked,
      sectionIds: sections.slice(0, 1).map(({ id }) => id),
      content: typed,
    });
    const all = await composed(clerk, { ...asked, sectionIds: sections.map(({ id }) => id), content: typed });
    expect(one.choosable.length === sections.length, 'not every section may be chosen');
    const budget = sections.reduce((sum, section) => sum + section.budget, 0);
    expect(all.generated['budgetAmount'] === budget, 'the budget is not that of the chosen sections');
    expect(one.generated['budgetAmount'] === sections[0]?.budget, 'the budget does not follow the choice');
    const text = JSON.stringify(all.document);
    expect(text.includes('本项目免费提供电子招标文件'), 'what was typed is not in the preview');

    // What the plan answered of 政府采购政策 stands in the notice by itself, and cannot be left out of it.
    expect(
      text.includes('对本国产品的报价给予20%的价格扣除'),
      'the policy of the plan is not in the preview',
    );
    const silent = await composed(clerk, { ...asked, sectionIds: [], content: { ...typed, policies: null } });
    expect(
      silent.findings.some(({ ruleId }) => ruleId === 'announcement.policy_said'),
      'a notice that says nothing of the policy is found to be whole',
    );

    await contradictionsRefused(
      clerk,
      { ...asked, sectionIds: sections.map(({ id }) => id) },
      typed,
      sections,
    );

    // A deadline that is too early is refused on the desk, with the article and the first lawful day.
    const early = `${addDays(today, 12)}T09:00`;
    const id = uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
    const input = { id, type: 'TENDER', projectId, sectionIds: sections.map((section) => section.id) };
    accepted(
      await clerk.act('announcements.create', { ...input, content: { ...typed, bidDeadline: early } }),
      '起草公告',
    );
    const refusal = refused(await clerk.act('announcements.submit', { id }), 'rule_broken', '提交');
    const field = need(
      refusal.fields?.find(({ path }) => path === 'bidDeadline'),
      'refusal of the deadline',
    );
    const earliest = String(field.params?.['earliest'] ?? '');
    expect(field.article === 'law/35', `the deadline is refused by ${field.article}`);
    expect(earliest > early.slice(0, 10), 'the first lawful day is not told');
    const { earliest: offered } = await composed(clerk, {
      ...asked,
      sectionIds: input.sectionIds,
      content: typed,
    });
    const explained = need(
      offered.find((each) => each.field === 'bidDeadline'),
      'explanation of the deadline',
    );
    expect(
      explained.explanations.some(({ days }) => days.length > 20),
      'the days are not counted one by one',
    );
    const change = { field: 'bidDeadline', from: early, to: typed['bidDeadline'] ?? null };
    accepted(await clerk.act('announcements.edit', { id, changes: [change] }), '修改');
    await submitAnnouncement(clerk, id);

    story.noticeId = id;
    const submitted = need(await announcementOn(clerk, id), 'announcement');
    expect(submitted.status === 'review', `the announcement is ${submitted.status}`);
    const waiting = (await outbox(clerk, 'waiting')).length;
    return `${submitted.title}：截止时间 ${early.slice(0, 10)} 被拒绝：${describeField(field)}；改后提交，${waiting} 条待同步`;
  },
};

/** What the words say of a section must be what section and plan say of it. */
async function contradictionsRefused(
  clerk: Desk,
  asked: Omit<QueryInput<'announcements.compose'>, 'content'>,
  typed: Values,
  sections: readonly Section[],
): Promise<void> {
  const open = need(
    sections.find(({ smeReserved }) => !smeReserved),
    'section for everybody',
  );
  const wrong: readonly (readonly [string, Values])[] = [
    [
      'announcement.reserve_words',
      { policyQualification: richTextOf(`标段${open.sectionNo}专门面向中小企业采购。`) },
    ],
    ['announcement.reserve_unsaid', { policyQualification: richTextOf('无') }],
    ['announcement.budget_sections', { budgetAmount: open.budget }],
    ['announcement.consortium', { consortiumAllowed: true }],
  ];
  for (const [rule, values] of wrong) {
    const { findings } = await composed(clerk, { ...asked, content: { ...typed, ...values } });
    const [field] = Object.keys(values);
    expect(
      findings.some(({ ruleId, severity, paths }) => {
        return ruleId === rule && severity === 'error' && paths.includes(field ?? '');
      }),
      `${rule} is not found at ${field}`,
    );
  }
}
