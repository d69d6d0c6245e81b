// 质疑登记 as the window composes it. The manual has no entry for it: it is found from the projects, whose guide it stands in.
import { IconMessageReport } from '@tabler/icons-react';
import { kinds, recordForms } from '#renderer/app/command-words.ts';
import type { WindowModule } from '#renderer/app/module.ts';
import type { StatusTone } from '#renderer/ui/states/status-tones.ts';
import type { ChallengeStatus } from '#shared/domain/challenges/model.ts';
import { challengePages, label } from '#shared/text/index.ts';
import { ChallengesOfProject } from './page/challenges-of-project.tsx';
import { challengeRoutes } from './routes.tsx';

const { list, tasks, unnamed } = challengePages;

export const challengesModule: WindowModule = {
  name: 'challenges',
  routes: challengeRoutes,
  listWords: { challenges: { tabs: list.tabs, sorts: { updatedAt: label('challenges.updatedAt') } } },
  under: { '/challenges': '/projects' },
  pages: [
    {
      code: 'challenges',
      name: list.title,
      route: '/challenges',
      roles: ['purchaser_clerk', 'purchaser_reviewer', 'agency', 'procurement_office', 'supervisor'],
    },
  ],
  records: {
    challenges: { name: list.title, icon: IconMessageReport, route: (id) => `/challenges/${id}` },
  },
  tones: {
    'challenges.status': {
      draft: 'neutral',
      open: 'waiting',
      replied: 'done',
      withdrawn: 'neutral',
      cancelled: 'danger',
    } satisfies Record<ChallengeStatus, StatusTone>,
  },
  commands: [
    {
      of: 'challenges',
      forms: recordForms('challenges', '/challenges'),
      values: {
        projectId: kinds.hidden,
        sectionIds: kinds.hidden,
        stage: kinds.label('challenges.stage'),
        sentOn: kinds.date,
        receivedOn: kinds.date,
        knownOn: kinds.date,
        matters: kinds.long,
        conclusion: kinds.label('challenges.conclusion'),
        consequence: kinds.label('challenges.consequence'),
        service: kinds.label('challenges.service'),
        text: kinds.long,
        repliedOn: kinds.date,
        servedOn: kinds.date,
        reportedOn: kinds.date,
      },
    },
  ],
  guide: ChallengesOfProject,
  tasks: [
    { kind: 'challenges.reply', name: tasks.reply, unnamed },
    { kind: 'challenges.report', name: tasks.report, unnamed },
  ],
};
