// The frame of every page of somebody signed in: menu on the left, where I am and what goes on on top, the page below.
import { AppShell } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { Outlet, useLocation } from 'react-router';
import { useActor } from '#renderer/api/use-session.ts';
import { ListTabsContext } from '#renderer/ui/table/list-tabs.tsx';
import { appText } from '#shared/text/index.ts';
import { listsBeside, maySee } from '../menu.ts';
import { Palette } from '../palette/palette.tsx';
import { NotAllowedPage } from '../states/pages.tsx';
import classes from './layout.module.css';
import { LocalStrip } from './local-strip.tsx';
import { RebuildStrip } from './rebuild-strip.tsx';
import { Sidebar } from './sidebar.tsx';
import { SignInAgain } from './sign-in-again.tsx';
import { TopBar } from './top-bar.tsx';

export function Layout() {
  const actor = useActor();
  const { pathname } = useLocation();
  const [collapsed, setCollapsed] = useLocalStorage({
    key: 'menu.collapsed',
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  return (
    <AppShell
      layout="alt"
      padding={0}
      transitionDuration={0}
      header={{ height: 48 }}
      navbar={{ width: collapsed ? 56 : 208, breakpoint: 0 }}
    >
      <button type="button" className={classes['skip']} onClick={skipToMain}>
        {appText.menu.skip}
      </button>
      <AppShell.Navbar className={classes['navbar']} aria-label={appText.menu.label}>
        <Sidebar collapsed={collapsed} onToggle={() => setCollapsed(!collapsed)} />
      </AppShell.Navbar>
      <AppShell.Header className={classes['header']}>
        <TopBar />
      </AppShell.Header>
      <AppShell.Main id="main" tabIndex={-1} className={classes['main']}>
        <LocalStrip />
        <SignInAgain />
        <RebuildStrip />
        <div className={classes['page']}>
          <ListTabsContext value={listsBeside(actor.role, pathname)}>
            {maySee(actor.role, pathname) ? <Outlet /> : <NotAllowedPage />}
          </ListTabsContext>
        </div>
      </AppShell.Main>
      <Palette />
    </AppShell>
  );
}

/** A button, because the address belongs to the router: a link to #main would leave the page. */
function skipToMain() {
  document.getElementById('main')?.focus();
}
