import { Group, Kbd, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { appText } from '#shared/text/index.ts';
import { openPalette } from '../palette/store.ts';
import { Bell } from './bell.tsx';
import { Breadcrumb } from './breadcrumb.tsx';
import classes from './layout.module.css';
import { MeMenu } from './me-menu.tsx';
import { SyncBadge } from './sync-badge.tsx';

export function TopBar() {
  return (
    <div className={classes['bar']}>
      <div className={classes['where']}>
        <Breadcrumb />
      </div>
      <UnstyledButton className={classes['search']} onClick={openPalette}>
        <IconSearch size={16} stroke={1.6} aria-hidden />
        <span className={classes['searchText']}>{appText.search.button}</span>
        <Kbd size="xs">Ctrl K</Kbd>
      </UnstyledButton>
      <Group gap={4} wrap="nowrap">
        <SyncBadge />
        <Bell />
        <MeMenu />
      </Group>
    </div>
  );
}
