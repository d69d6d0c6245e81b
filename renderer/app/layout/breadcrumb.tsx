// Where I am: the menu's words, then what the routes on the way say of themselves in `handle: { crumb }`.
import { Anchor, Breadcrumbs, Text } from '@mantine/core';
import { Link, useLocation, useMatches } from 'react-router';
import { useActor } from '#renderer/api/use-session.ts';
import { appText } from '#shared/text/index.ts';
import { itemOf } from '../menu.ts';
import { crumbsOf } from './crumbs.ts';

export function Breadcrumb() {
  const { pathname } = useLocation();
  const matches = useMatches();
  const found = itemOf(pathname, useActor().role);
  const crumbs = crumbsOf(found, matches);
  const last = crumbs.length - 1;
  return (
    <nav aria-label={appText.menu.where}>
      <Breadcrumbs separator="›" separatorMargin={8} style={{ flexWrap: 'nowrap' }}>
        {crumbs.map(({ text, route }, index) =>
          index === last || route === null ? (
            <Text
              key={text}
              span
              truncate
              {...(index === last ? { fw: 600, 'aria-current': 'page' } : { c: 'dimmed' })}
            >
              {text}
            </Text>
          ) : (
            <Anchor key={text} component={Link} to={route} c="dimmed" truncate>
              {text}
            </Anchor>
          ),
        )}
      </Breadcrumbs>
    </nav>
  );
}
