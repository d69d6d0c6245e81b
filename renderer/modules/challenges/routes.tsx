import type { RouteObject } from 'react-router';
import { challengePages } from '#shared/text/index.ts';
import { ChallengeFormPage } from './form/pages.tsx';
import { ChallengeListPage } from './list/challenge-list-page.tsx';
import { ChallengePage } from './page/challenge-page.tsx';
import { ReplyPage } from './reply/reply-page.tsx';

export const challengeRoutes: readonly RouteObject[] = [
  { path: 'challenges', handle: { crumb: challengePages.list.title }, element: <ChallengeListPage /> },
  { path: 'challenges/new', handle: { crumb: challengePages.form.newTitle }, element: <ChallengeFormPage /> },
  {
    path: 'challenges/:challengeId',
    handle: { crumb: challengePages.list.view },
    element: <ChallengePage />,
  },
  {
    path: 'challenges/:challengeId/edit',
    handle: { crumb: challengePages.form.editTitle },
    element: <ChallengeFormPage />,
  },
  {
    path: 'challenges/:challengeId/reply',
    handle: { crumb: challengePages.reply.confirm },
    element: <ReplyPage />,
  },
];
