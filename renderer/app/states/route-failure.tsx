import { useState } from 'react';
import { useNavigate, useRouteError } from 'react-router';
import { failureOf } from './failure.ts';
import { FailurePage } from './failure-page.tsx';

/** The page of a route that has thrown; 重试 draws it anew. */
export function RouteFailure() {
  const thrown = useRouteError();
  const navigate = useNavigate();
  const [failure] = useState(() => failureOf(thrown, location.hash, Date.now(), crypto.randomUUID()));
  return <FailurePage failure={failure} onRetry={() => void navigate('.', { replace: true })} />;
}
