// Lists that stand beside each other, as tabs above each of them. Which these are for the page that is open, and for the one signed in, is handed in.
import { createContext, use } from 'react';
import { NavLink } from 'react-router';
import { cx } from '../base/cx.ts';
import css from './list-tabs.module.css';

export type ListGroup = {
  readonly label: string;
  readonly tabs: readonly { readonly route: string; readonly text: string }[];
};

export const ListTabsContext = createContext<ListGroup | null>(null);

/** Nothing where the list stands alone. */
export function ListTabs() {
  const group = use(ListTabsContext);
  if (group === null) return null;
  return (
    <nav aria-label={group.label} className={css['tabs']}>
      {group.tabs.map(({ route, text }) => (
        <NavLink
          className={({ isActive }) => cx(css['tab'], isActive && css['active'])}
          key={route}
          to={route}
        >
          {text}
        </NavLink>
      ))}
    </nav>
  );
}
