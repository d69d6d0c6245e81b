import { Navigate, type RouteObject } from 'react-router';
import { systemText } from '#shared/text/index.ts';
import { AccountsPage } from './administration/accounts-page.tsx';
import { AuditPage } from './administration/audit-page.tsx';
import { DesksPage } from './administration/desks-page.tsx';
import { ExchangePage } from './administration/exchange-page.tsx';
import { HolidaysPage } from './administration/holidays-page.tsx';
import { NumbersPage } from './administration/numbers-page.tsx';
import { OrganisationsPage } from './administration/organisations-page.tsx';
import { PlatformsPage } from './administration/platforms-page.tsx';
import { SettingsPage } from './administration/settings-page.tsx';
import type { SystemPage } from './pages.ts';
import { AboutPage } from './personal/about-page.tsx';
import { AccountPage } from './personal/account-page.tsx';
import { DiagnosticsPage } from './personal/diagnostics-page.tsx';
import { LookPage } from './personal/look-page.tsx';
import { ServerPage } from './personal/server-page.tsx';
import { SystemFrame } from './system-frame.tsx';

const elements: Readonly<Record<SystemPage['key'], React.ReactNode>> = {
  account: <AccountPage />,
  look: <LookPage />,
  server: <ServerPage />,
  diagnostics: <DiagnosticsPage />,
  about: <AboutPage />,
  organisations: <OrganisationsPage />,
  accounts: <AccountsPage />,
  settings: <SettingsPage />,
  numbers: <NumbersPage />,
  holidays: <HolidaysPage />,
  platforms: <PlatformsPage />,
  exchange: <ExchangePage />,
  desks: <DesksPage />,
  audit: <AuditPage />,
};

const keys = Object.keys(elements).filter((key): key is SystemPage['key'] => Object.hasOwn(elements, key));

export const systemRoutes: readonly RouteObject[] = [
  {
    path: 'system',
    element: <SystemFrame />,
    children: [
      { index: true, element: <Navigate to="/system/account" replace /> },
      ...keys.map((key) => ({
        path: key,
        element: elements[key],
        handle: { crumb: systemText.pages[key] },
      })),
    ],
  },
];
