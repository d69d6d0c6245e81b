// 中标（成交）结果 as the window composes it: found from the project, whose guide it stands in.
import { IconTrophy } from '@tabler/icons-react';
import { kinds, recordForms } from '#renderer/app/command-words.ts';
import type { WindowModule } from '#renderer/app/module.ts';
import type { StatusTone } from '#renderer/ui/states/status-tones.ts';
import { passedOverReasons } from '#shared/codes/award.ts';
import type { AwardStatus } from '#shared/domain/awards/model.ts';
import { awardPages } from '#shared/text/index.ts';
import { AwardsOfProject } from './page/awards-of-project.tsx';
import { awardRoutes } from './routes.tsx';

const { tasks, title: unnamed } = awardPages;

export const awardsModule: WindowModule = {
  name: 'awards',
  routes: awardRoutes,
  under: { '/awards': '/projects' },
  records: {
    awards: { name: awardPages.title, icon: IconTrophy, route: (id) => `/awards/${id}` },
  },
  tones: {
    'awards.status': {
      draft: 'neutral',
      review: 'waiting',
      returned: 'returned',
      confirmed: 'waiting',
      published: 'done',
      void: 'danger',
    } satisfies Record<AwardStatus, StatusTone>,
  },
  commands: [
    {
      of: 'awards',
      forms: recordForms('awards', '/awards'),
      values: {
        sectionId: kinds.hidden,
        noticeId: kinds.hidden,
        submittedAt: kinds.hidden,
        basis: kinds.label('awards.basis'),
        price: kinds.amount,
        reviewPrice: kinds.amount,
        rank: kinds.integer,
        sizeClass: kinds.label('suppliers.size'),
        amount: kinds.amount,
        reasonCode: kinds.code(passedOverReasons),
        by: kinds.label('awards.tieBy'),
        reportedOn: kinds.date,
      },
    },
  ],
  guide: AwardsOfProject,
  tasks: [
    { kind: 'awards.submit', name: tasks.submit, unnamed },
    { kind: 'awards.confirm', name: tasks.confirm, unnamed },
    { kind: 'awards.publish', name: tasks.publish, unnamed },
  ],
};
