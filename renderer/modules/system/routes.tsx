import { Navigate, type RouteObject } from 'react-router';
import { systemText } from '#shared/text/index.ts';
import { AccountsPage } from './keep/accounts-page.tsx';
import { AuditPage } from './keep/audit-page.tsx';
import { DesksPage } from './keep/desks-page.tsx';
import { ExchangePage } from './keep/exchange-page.tsx';
import { HolidaysPage } from './keep/holidays-page.tsx';
import { NumbersPage } from './keep/numbers-page.tsx';
import { OrganisationsPage } from './keep/organisations-page.tsx';
import { PlatformsPage } from './keep/platforms-page.tsx';
import { SettingsPage } from './keep/settings-page.tsx';
import { AboutPage } from './own/about-page.tsx';
import { AccountPage } from './own/account-page.tsx';
import { DiagnosticsPage } from './own/diagnostics-page.tsx';
import { LookPage } from './own/look-page.tsx';
import { ServerPage } from './own/server-page.tsx';
import type { SystemPage } from './pages.ts';
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
