// Which page is where. Addresses stand behind the `#`, so that one file serves them all and a reload comes back to the same page.
import { createHashRouter, Navigate } from 'react-router';
import { useActor } from '#renderer/api/use-session.ts';
import { modules } from '#renderer/modules/index.ts';
import { Gate } from './gate.tsx';
import { HostEvents } from './host-events.tsx';
import { Layout } from './layout/layout.tsx';
import { homeOf } from './menu.ts';
import { NoticesProvider } from './notices/notices.tsx';
import { NotFoundPage } from './states/pages.tsx';
import { RouteFailure } from './states/route-failure.tsx';

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
                ...modules.flatMap(({ routes }) => routes),
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
