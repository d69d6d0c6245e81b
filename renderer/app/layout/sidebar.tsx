import { Tooltip, UnstyledButton } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { Link, useLocation } from 'react-router';
import { useActor } from '#renderer/api/use-session.ts';
import { appText } from '#shared/text/index.ts';
import { Logo } from '../logo.tsx';
import { liesUnder, menuFor } from '../menu.ts';
import type { MenuEntry } from '../module.ts';
import classes from './layout.module.css';
import { useMenuCounts } from './use-menu-counts.ts';

const { menu } = appText;

type Props = { readonly collapsed: boolean; readonly onToggle: () => void };

export function Sidebar({ collapsed, onToggle }: Props) {
  const actor = useActor();
  const counts = useMenuCounts();
  const groups = menuFor(actor.role);
  return (
    <>
      <div className={classes['brand']}>
        <Logo size={28} />
        {collapsed ? null : appText.name}
      </div>
      <nav className={classes['menu']}>
        {groups.map(({ title, items }) => (
          <div key={title} className={classes['group']}>
            {/* A group of one that bears its item's name would say the same twice. */}
            {collapsed || items.every(({ text }) => text === title) ? null : (
              <div className={classes['groupTitle']}>{title}</div>
            )}
            {items.map((item) => (
              <Item
                key={item.key}
                item={item}
                collapsed={collapsed}
                count={item.count === undefined ? 0 : counts[item.count]}
              />
            ))}
          </div>
        ))}
      </nav>
      <div className={classes['foot']}>
        <UnstyledButton
          className={classes['item'] ?? ''}
          {...(collapsed ? { 'data-collapsed': true } : {})}
          w="100%"
          onClick={onToggle}
          aria-label={collapsed ? menu.expand : menu.collapse}
        >
          {collapsed ? (
            <IconLayoutSidebarLeftExpand size={18} stroke={1.6} />
          ) : (
            <>
              <IconLayoutSidebarLeftCollapse size={18} stroke={1.6} />
              <span className={classes['itemText']}>{menu.collapse}</span>
            </>
          )}
        </UnstyledButton>
      </div>
    </>
  );
}

type ItemProps = { readonly item: MenuEntry; readonly collapsed: boolean; readonly count: number };

function Item({ item, collapsed, count }: ItemProps) {
  const { pathname } = useLocation();
  const { icon: Icon } = item;
  const name = count > 0 ? menu.countOf(item.text, count) : item.text;
  return (
    <Tooltip label={name} position="right" disabled={!collapsed}>
      <Link
        to={item.route}
        aria-current={liesUnder(item, pathname) ? 'page' : undefined}
        className={classes['item'] ?? ''}
        aria-label={name}
        {...(collapsed ? { 'data-collapsed': true } : {})}
      >
        <Icon size={18} stroke={1.6} aria-hidden />
        {collapsed ? null : <span className={classes['itemText']}>{item.text}</span>}
        {count > 0 ? (
          <span className={classes['count']} data-kind={item.count} aria-hidden>
            {count > 99 ? '99+' : count}
          </span>
        ) : null}
      </Link>
    </Tooltip>
  );
}
