import type { RouteObject } from 'react-router';
import { awardPages } from '#shared/text/index.ts';
import { AwardFormPage } from './form/pages.tsx';
import { AwardPage } from './page/award-page.tsx';

export const awardRoutes: readonly RouteObject[] = [
  { path: 'awards/new', handle: { crumb: awardPages.form.newTitle }, element: <AwardFormPage /> },
  { path: 'awards/:awardId', handle: { crumb: awardPages.title }, element: <AwardPage /> },
  { path: 'awards/:awardId/edit', handle: { crumb: awardPages.form.editTitle }, element: <AwardFormPage /> },
];
