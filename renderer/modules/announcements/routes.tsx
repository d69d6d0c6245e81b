import type { RouteObject } from 'react-router';
import { announcementPages } from '#shared/text/index.ts';
import { AnnouncementFormPage } from './form/pages.tsx';
import { IntentionListPage } from './list/intention-list-page.tsx';
import { AnnouncementPage } from './page/announcement-page.tsx';

export const announcementRoutes: readonly RouteObject[] = [
  {
    path: 'announcements/intentions',
    handle: { crumb: announcementPages.intentions.title },
    element: <IntentionListPage />,
  },
  {
    path: 'announcements/new',
    handle: { crumb: announcementPages.draft },
    element: <AnnouncementFormPage />,
  },
  {
    path: 'announcements/:announcementId/edit',
    handle: { crumb: announcementPages.edit },
    element: <AnnouncementFormPage />,
  },
  {
    path: 'announcements/:announcementId',
    handle: { crumb: announcementPages.title },
    element: <AnnouncementPage />,
  },
];
