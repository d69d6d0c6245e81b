// 系统: its pages on the left, in two groups: what is everybody's own, and what the administrator keeps.
import { NavLink as MantineNavLink, Text } from '@mantine/core';
import { NavLink, Outlet, useLocation } from 'react-router';
import { useActor } from '#renderer/api/use-session.ts';
import { EmptyState } from '#renderer/ui/states/states.tsx';
import { appText, systemText } from '#shared/text/index.ts';
import { type SystemPage, systemPages, systemPagesFor } from './pages.ts';
import classes from './system.module.css';

export function SystemFrame() {
  const actor = useActor();
  const { pathname } = useLocation();
  const pages = systemPagesFor(actor.role);
  const own = pages.filter(({ roles }) => roles === 'everybody');
  const kept = pages.filter(({ roles }) => roles !== 'everybody');
  const asked = systemPages.find(({ key }) => pathname === `/system/${key}`);
  const allowed = asked === undefined || pages.includes(asked);
  return (
    <div className={classes['frame']}>
      <nav className={classes['pages']} aria-label={systemText.title}>
        <Group title={systemText.mine} pages={own} path={pathname} />
        {kept.length === 0 ? null : <Group title={systemText.kept} pages={kept} path={pathname} />}
      </nav>
      <div className={classes['content']}>
        {allowed ? (
          <Outlet />
        ) : (
          <EmptyState page title={appText.states.notAllowedTitle} hint={appText.states.notAllowedHelp} />
        )}
      </div>
    </div>
  );
}

type GroupProps = { readonly title: string; readonly pages: readonly SystemPage[]; readonly path: string };

function Group({ title, pages, path }: GroupProps) {
  return (
    <div className={classes['group']}>
      <Text size="xs" c="dimmed" px="sm" py={4}>
        {title}
      </Text>
      {pages.map(({ key }) => (
        <MantineNavLink
          key={key}
          component={NavLink}
          to={`/system/${key}`}
          label={systemText.pages[key]}
          active={path === `/system/${key}`}
          className={classes['link'] ?? ''}
        />
      ))}
    </div>
  );
}
