// The window of the other roles: who reviews, who files, who looks on.

import { appText, forms, plansPages } from '#shared/text/index.ts';
import { planIn } from '../find.ts';
import { type Act, dialogPart, page } from '../scene.ts';
import { story, usernames } from '../story.ts';
import { decideScenes } from './award-changes.ts';
import { banScenes, confirmScenes } from './awards.ts';
import { contractOfficeScenes, contractReviewScenes } from './contracts.ts';
import { decision, openPlan, plan, project } from './plan-pages.ts';

const ofReviewer = async () => story.returnedByReviewer;
const ofOffice = async () => story.returnedByOffice;

export const reviewer: Act = {
  name: 'reviewer',
  as: usernames.reviewer,
  demo: true,
  scenes: [
    page('tasks-reviewer', 'What waits for 审核岗', '/tasks'),
    {
      name: 'tasks-selected',
      title: 'Several tasks chosen',
      async show(stage) {
        const plans = stage.page.locator('tbody tr').filter({ hasText: plansPages.tasks.approve });
        await plans.first().getByRole('checkbox').click();
        await plans.nth(1).getByRole('checkbox').click();
      },
    },
    {
      name: 'tasks-batch-approve',
      title: 'What approving the chosen ones would do',
      part: dialogPart,
      async show(stage) {
        await stage.press(appText.tasks.batch(plansPages.batch.approve, 2));
        await stage.page.getByRole('columnheader', { name: forms.batch.result }).waitFor();
      },
      leave: (stage) => stage.escape(),
    },
    page('plans-reviewer', 'The list as 审核岗 sees it', '/plans'),
    {
      name: 'plan-unit_review-reviewer',
      title: 'A plan to review, with what changed since it was returned',
      show: (stage) => openPlan(stage, story.returnedByReviewer),
    },
    decision('plans.approve', 'plan-approve', ofReviewer),
    decision('plans.return', 'plan-return', ofReviewer),
    ...confirmScenes,
    ...contractReviewScenes,
  ],
};

export const office: Act = {
  name: 'office',
  as: usernames.office,
  demo: true,
  scenes: [
    page('tasks-office', 'What waits for 采购办', '/tasks'),
    page('plans-office', 'The list as 采购办 sees it', '/plans'),
    page('projects-office', 'The projects as 采购办 sees them', '/projects'),
    {
      name: 'plan-office_review-office',
      title: 'A plan to file, with what changed since it was returned',
      show: (stage) => openPlan(stage, story.returnedByOffice),
    },
    plan('sections_received', 'office'),
    decision('plans.file', 'plan-file', ofOffice),
    decision('plans.officeReturn', 'plan-office-return', ofOffice),
    decision('plans.reopen', 'plan-reopen', (stage) => planIn(stage, 'pushed')),
    decision('plans.cancel', 'plan-cancel', (stage) => planIn(stage, 'pushed')),
    ...banScenes,
    ...decideScenes,
    ...contractOfficeScenes,
    page('system-account-office', 'System: account of 采购办', '/system/account'),
  ],
};

export const agency: Act = {
  name: 'agency',
  as: usernames.agency,
  demo: true,
  scenes: [
    page('projects-agency', 'The projects as an agency sees them', '/projects'),
    page('plans-agency', 'The list as an agency sees it', '/plans'),
    plan('sections_received', 'agency'),
  ],
};

export const supervisor: Act = {
  name: 'supervisor',
  as: usernames.supervisor,
  demo: true,
  scenes: [
    page('projects-supervisor', 'The projects as 监管部门 sees them', '/projects'),
    plan('filed', 'supervisor'),
    project(
      'project-undelivered',
      'Project: the centre cannot be reached',
      ({ pushStatus }) => pushStatus !== 'accepted',
    ),
  ],
};
