import type { RouteObject } from 'react-router';
import { outboxText } from '#shared/text/index.ts';
import { ItemPage } from './item-page.tsx';
import { OutboxPage } from './outbox-page.tsx';

export const outboxRoutes: readonly RouteObject[] = [
  { path: 'outbox', element: <OutboxPage /> },
  { path: 'outbox/:id', element: <ItemPage />, handle: { crumb: outboxText.crumb } },
];
