// 采购意向: the list of a unit that has none yet, the form, the list with one.
import { announcementPages } from '#shared/text/index.ts';
import { forgetDrafts } from '../announcing.ts';
import type { Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';
import { newId } from '../story.ts';

const words = announcementPages.intentions;

const line = (projectName: string, budgetWanYuan: number, expectedMonth: string) => ({
  id: newId(),
  cells: {
    projectName,
    requirementSummary: '智慧黑板60套、录播系统4套，含安装调试和三年质保。',
    budgetWanYuan,
    expectedMonth,
    remark: '面向中小企业采购',
  },
});
const content = {
  intentions: [
    line('智慧教室设备采购项目', 268_000_000, '2027-03'),
    line('学生公寓家具采购项目', 126_500_000, '2027-05'),
  ],
};
const about = { type: 'INTENTION', projectId: null, targetId: null, sectionIds: [] } as const;
const begun = newId();

async function form(stage: Stage, route: string): Promise<void> {
  await stage.go(route);
  await stage.page.getByRole('heading', { level: 2 }).first().waitFor();
}

export const intentions: readonly Scene[] = [
  {
    name: 'intentions-empty',
    title: '采购意向, before there is one',
    show: (stage) => stage.go('/announcements/intentions'),
  },
  {
    name: 'intention-form-new',
    title: 'The form of an intention, as it begins',
    show: (stage) => form(stage, '/announcements/new?type=INTENTION'),
    leave: forgetDrafts,
  },
  {
    name: 'intention-form-filled',
    title: 'The form of an intention, filled in',
    async show(stage) {
      await stage.call('announcements.create', { ...about, id: begun, content });
      await form(stage, `/announcements/${begun}/edit`);
    },
  },
  {
    name: 'intentions',
    title: '采购意向',
    async show(stage) {
      await stage.go('/announcements/intentions');
      await stage.page.getByRole('grid', { name: words.title }).getByRole('gridcell').first().waitFor();
    },
  },
];
