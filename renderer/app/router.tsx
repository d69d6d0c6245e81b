// Which page is where. Addresses stand behind the `#`, so that one file serves them all and a reload comes back to the same page.
import { createHashRouter, Navigate, type RouteObject } from 'react-router';
import { useActor } from '#renderer/api/use-session.ts';
import { announcementRoutes } from '#renderer/modules/announcements/routes.tsx';
import { outboxRoutes } from '#renderer/modules/outbox/routes.tsx';
import { planRoutes } from '#renderer/modules/plans/routes.tsx';
import { projectRoutes } from '#renderer/modules/projects/routes.tsx';
import { systemRoutes } from '#renderer/modules/system/routes.tsx';
import { taskRoutes } from '#renderer/modules/tasks/routes.tsx';
import { Gate } from './gate.tsx';
import { HostEvents } from './host-events.tsx';
import { Layout } from './layout/layout.tsx';
import { homeOf } from './menu.ts';
import { NoticesProvider } from './notices/notices.tsx';
import { NotFoundPage } from './states/pages.tsx';
import { RouteFailure } from './states/route-failure.tsx';

const modules: readonly RouteObject[] = [
  ...planRoutes,
  ...projectRoutes,
  ...announcementRoutes,
  ...taskRoutes,
  ...outboxRoutes,
  ...systemRoutes,
];

export function createRouter() {
  return createHashRouter([
    {
      path: '/',
      element: <Gate />,
      errorElement: <RouteFailure />,
      children: [
        {
          element: (
            <NoticesProvider>
              <HostEvents />
              <Layout />
            </NoticesProvider>
          ),
          children: [
            {
              // A page that fails leaves the frame standing.
              errorElement: <RouteFailure />,
              children: [
                { index: true, element: <Home /> },
                ...modules,
                { path: '*', element: <NotFoundPage /> },
              ],
            },
          ],
        },
      ],
    },
  ]);
}

function Home() {
  return <Navigate to={homeOf(useActor().role)} replace />;
}
