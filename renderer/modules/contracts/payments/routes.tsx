import type { RouteObject } from 'react-router';
import { paymentPages } from '#shared/text/index.ts';
import { PaymentFormPage } from './form/pages.tsx';
import { PaymentListPage } from './list/payment-list-page.tsx';
import { PaymentPage } from './page/payment-page.tsx';

const { form, view } = paymentPages;

export const paymentRoutes: readonly RouteObject[] = [
  { path: 'payments', element: <PaymentListPage /> },
  { path: 'payments/new', handle: { crumb: form.newTitle }, element: <PaymentFormPage /> },
  { path: 'payments/:paymentId', handle: { crumb: view }, element: <PaymentPage /> },
  { path: 'payments/:paymentId/edit', handle: { crumb: form.editTitle }, element: <PaymentFormPage /> },
];
