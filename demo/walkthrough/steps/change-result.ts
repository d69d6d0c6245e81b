import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { noticeIdOf } from '#shared/domain/award-changes/commands/approve.ts';
import {
  type AwardChange,
  awardChangeSchema,
  type ChangeContent,
  type ChangePurpose,
  emptyChange,
} from '#shared/domain/award-changes/model.ts';
import { resultOf } from '#shared/domain/projects/result.ts';
import { uuidV7 } from '#shared/kernel/ids.ts';
import { typedContent } from '../../data/announcement-content.ts';
import { demoFiles } from '../../data/demo-files.ts';
import { randomOf } from '../../data/random.ts';
import {
  announcementBecomes,
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
import type { Step, World } from '../world.ts';

export const changeResult: Step = {
  title: '中标结果变更备案、结果变更公告',
  async run(world) {
    const { desks, story, centre, today } = world;
    const { clerk, agency, office } = desks;
    const projectId = need(story.projectId, 'project of an earlier step');
    const resultId = need(story.resultId, 'result of an earlier step');
    const section = need(
      (await sectionsOn(clerk, projectId)).find(({ status }) => status === 'awarded'),
      'awarded section',
    );
    const before = need(resultOf(section), 'result in force');
    const id = uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));

    // The announcement of a change waits for the filing.
    const drafted = { id: noticeIdOf({ id }), type: 'RESULT_CHANGE', projectId, targetId: resultId };
    const early = { ...drafted, sectionIds: [section.id], content: {} };
    refused(await clerk.act('announcements.create', early), 'wrong_state', '备案前起草结果变更公告');

    const first = { ...emptyChange, reasonCode: 'SUPPLIER_REFUSED', action: 'next_candidate' } as const;
    const { next } = accepted(
      await clerk.ask('awardChanges.check', { id: null, sectionId: section.id, content: first }),
      '可顺延的候选人',
    );
    const candidate = need(next[0], 'candidate after the winner');
    const files = await Promise.all([
      paper(world, clerk, 'refusal', '拒签合同说明.pdf'),
      paper(world, clerk, 'liability', '对供应商的处理记录.pdf'),
    ]);
    const content: ChangeContent = {
      ...first,
      reason: `${before.supplierName}书面拒绝签订合同。`,
      contractState: 'unsigned',
      winner: candidate.supplier,
      address: '许昌市示例路2号',
      sizeClass: 'small',
      amount: candidate.price,
      files: files.slice(0, 1),
    };
    refused(
      await agency.act('awardChanges.create', { id, sectionId: section.id, content }),
      'not_allowed',
      '代理机构填报',
    );
    accepted(await clerk.act('awardChanges.create', { id, sectionId: section.id, content }), '新增');
    const missing = refused(await clerk.act('awardChanges.submit', { id }), 'rule_broken', '材料不全的提交');
    expect(
      missing.fields?.map(({ code }) => code).join() === 'change.paper_missing',
      JSON.stringify(missing),
    );
    const changes = [{ field: 'files', from: content.files, to: files }];
    accepted(await clerk.act('awardChanges.edit', { id, changes }), '保存');
    await withWarningsRead(clerk, 'awardChanges.submit', { id });
    await synced(clerk);

    await filingBecomes(office, id, 'review');
    accepted(await office.act('awardChanges.return', { id, reason: '请在依据中写明拒签日期。' }), '退回');
    await filingBecomes(clerk, id, 'returned');
    const reason = { field: 'reason', from: content.reason, to: `${content.reason}日期见拒签合同说明。` };
    accepted(await clerk.act('awardChanges.edit', { id, changes: [reason] }), '修改');
    await withWarningsRead(clerk, 'awardChanges.submit', { id });
    await synced(clerk);
    await filingBecomes(office, id, 'review');
    await withWarningsRead(office, 'awardChanges.approve', { id, note: '同意' });
    const { changeNo } = await filingBecomes(clerk, id, 'approved');

    // The draft is there with the approval; what is in force changes with its publication alone.
    const project = need(await projectOn(clerk, projectId), 'project');
    const about = { type: 'RESULT', category: project.category, from: today, until: today } as const;
    const typed = typedContent(
      { ...about, sections: [section], target: undefined, idTime: Date.now() },
      randomOf('walkthrough/change'),
    );
    const items = Object.entries(typed).filter(
      ([field]) => field.endsWith('Items') || field === 'smePolicyUsed',
    );
    const edits = items.map(([field, to]) => ({ field, from: null, to }));
    const noticeId = noticeIdOf({ id });
    accepted(await clerk.act('announcements.edit', { id: noticeId, changes: edits }), '修改公告');
    await submitAnnouncement(clerk, noticeId);
    const published = await reviewAndPublish(desks, noticeId, 'awardChanges.publish');
    const all = await sectionsBecome(clerk, projectId, 'the changed result', (sections) =>
      sections.some((each) => resultOf(each)?.announcementId === noticeId),
    );
    const after = need(
      all.map(resultOf).find((result) => result?.announcementId === noticeId),
      'new result',
    );
    expect(after.supplierName === candidate.supplier, `${after.supplierName} has won`);
    expect(after.letter?.no !== before.letter?.no, 'the new letter has the number of the old one');
    const acknowledged = announcementBecomes(clerk, noticeId, 'the acknowledgement', ({ push }) => {
      return push.status === 'accepted';
    });
    await asTimePasses(world, acknowledged);
    const taken = await takenByCentre(centre, noticeId);
    expect(taken.type === 'award-change.push', `the centre was told ${taken.type}`);
    return `${published.title}：备案前不能起草；材料不全被拒绝；采购办退回一次后备案 ${changeNo}；${before.supplierName} → ${after.supplierName}，通知书 ${before.letter?.no} 失效，新编号 ${after.letter?.no}`;
  },
};

async function paper(
  { folder }: World,
  clerk: Desk,
  purpose: ChangePurpose,
  fileName: string,
): Promise<ChangeContent['files'][number]> {
  const path = join(folder, `${purpose}.pdf`);
  await writeFile(path, Buffer.concat([demoFiles.requirements.bytes, Buffer.from(`% ${purpose}\n`)]));
  const mediaType = 'application/pdf';
  const { sha256, size } = accepted(await clerk.ask('files.add', { path, fileName, mediaType }), '附件');
  const id = uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
  return { id, fileName, mediaType, size, sha256, purpose };
}

/** Waits until the desk shows the filing in this state. */
function filingBecomes(desk: Desk, id: string, status: AwardChange['status']): Promise<AwardChange> {
  let last: string | undefined;
  return eventually(
    `the filing to be ${status} on the desk of ${desk.title}`,
    async () => {
      const answer = await desk.ask('awardChanges.get', { id });
      last = answer.ok ? answer.value.change.status : answer.error.code;
      return answer.ok && last === status ? awardChangeSchema.parse(answer.value.change) : undefined;
    },
    () => last,
  );
}
