// Pages instead of a page: it is not there, or not for this role.
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useActor } from '#renderer/api/use-session.ts';
import { EmptyState } from '#renderer/ui/states/states.tsx';
import { appText } from '#shared/text/index.ts';
import { homeOf } from '../menu.ts';

const { states } = appText;

export function NotFoundPage() {
  return (
    <EmptyState page searched title={states.notFoundTitle} hint={states.notFoundHelp}>
      <HomeButton />
    </EmptyState>
  );
}

export function NotAllowedPage() {
  return (
    <EmptyState page title={states.notAllowedTitle} hint={states.notAllowedHelp}>
      <HomeButton />
    </EmptyState>
  );
}

function HomeButton() {
  const actor = useActor();
  return (
    <Button component={Link} to={homeOf(actor.role)}>
      {states.home}
    </Button>
  );
}
