// The two lists of 采购公告发布: projects, whose announcements are found from them, and 采购意向, which belong to no project.
import { NavLink } from 'react-router';
import type { Role } from '#shared/domain/actor.ts';
import { announcementPages } from '#shared/text/index.ts';
import { cx } from '../base/cx.ts';
import css from './publishing-tabs.module.css';

const { lists } = announcementPages;

/** An agency is of projects alone: it has nothing to choose between. */
export function PublishingTabs({ role }: { readonly role: Role }) {
  if (role === 'agency') return null;
  const pages = [
    { to: '/projects', text: lists.projects },
    { to: '/announcements/intentions', text: lists.intentions },
  ];
  return (
    <nav aria-label={lists.label} className={css['tabs']}>
      {pages.map(({ to, text }) => (
        <NavLink className={({ isActive }) => cx(css['tab'], isActive && css['active'])} key={to} to={to}>
          {text}
        </NavLink>
      ))}
    </nav>
  );
}
