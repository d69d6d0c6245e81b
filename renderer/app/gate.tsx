// What stands before the pages: a server, a running local side, open files, somebody signed in, the first download. What has been typed on a page
// survives locking, and a local side that has to be started again: the page is hidden, not taken away.
import { Activity, useEffect, useRef, useState } from 'react';
import { Outlet, useNavigate } from 'react-router';
import { useAsk } from '#renderer/api/use-ask.ts';
import { ActorContext } from '#renderer/api/use-session.ts';
import { useSyncStatus } from '#renderer/api/use-sync-status.ts';
import { ServerForm } from '#renderer/modules/system/account/server-form.tsx';
import { LoadingState } from '#renderer/ui/states/states.tsx';
import type { SessionState } from '#shared/contract/ipc.ts';
import { appText, systemText } from '#shared/text/index.ts';
import { LockedPage } from './session/locked-page.tsx';
import {
  FirstSyncPage,
  LocalFailedPage,
  MustChangePasswordPage,
  StorageErrorPage,
} from './session/other-pages.tsx';
import { SessionFrame } from './session/session-frame.tsx';
import { SignInPage } from './session/sign-in-page.tsx';

const { session: words } = appText;

export function Gate() {
  const settings = useAsk('host.settings', {});
  const local = useAsk('host.localState', {}).data?.state;
  const session = useAsk('session.current', {}, { enabled: local === 'running' });
  const [changing, setChanging] = useState(false);
  useHomeForEach(session.data);

  if (settings.data === undefined) {
    return settings.error === null ? <LoadingState /> : <LocalFailedPage />;
  }
  const { server } = settings.data;
  if (server === null || changing) {
    return (
      <SessionFrame
        title={server === null ? words.welcome : words.enrolTitle}
        help={server === null ? words.enrolHelp : systemText.server.changeHelp}
      >
        <ServerForm
          server={server}
          onDone={() => setChanging(false)}
          {...(server === null ? {} : { onCancel: () => setChanging(false) })}
        />
      </SessionFrame>
    );
  }
  const failed = local === 'failed';
  if (failed && session.data?.actor == null) return <LocalFailedPage />;
  if (session.data === undefined)
    return session.error === null ? <LoadingState /> : <StorageErrorPage error={session.error} />;
  const { actor, locked, error } = session.data;
  if (error !== null) return <StorageErrorPage error={error} />;
  if (actor === null) return <SignInPage server={server} onChangeServer={() => setChanging(true)} />;
  return (
    <>
      <Activity key={actor.accountId} mode={locked || failed ? 'hidden' : 'visible'}>
        <ActorContext value={actor}>
          <SignedIn session={session.data} />
        </ActorContext>
      </Activity>
      {failed ? <LocalFailedPage /> : locked ? <LockedPage actor={actor} /> : null}
    </>
  );
}

/** Whoever signs in begins at home, not on the page the one before has left. */
function useHomeForEach(session: SessionState | undefined) {
  const navigate = useNavigate();
  const before = useRef<string | null | undefined>(undefined);
  const account = session === undefined ? undefined : (session.actor?.accountId ?? null);
  useEffect(() => {
    if (account === undefined) return;
    // Not from nobody to somebody: home is where that begins, and it may already have led on.
    const left = typeof before.current === 'string' && before.current !== account;
    before.current = account;
    if (left) void navigate('/', { replace: true });
  }, [account, navigate]);
}

function SignedIn({ session }: { readonly session: SessionState }) {
  const status = useSyncStatus();
  if (session.mustChangePassword) return <MustChangePasswordPage />;
  if (!session.locked && status === undefined) return <LoadingState />;
  // Only before anything has ever been received: later, a download that begins anew never takes a page away.
  if (status !== undefined && status.lastContact === null) return <FirstSyncPage status={status} />;
  return <Outlet />;
}
