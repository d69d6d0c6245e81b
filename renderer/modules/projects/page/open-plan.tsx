import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { projectsPages } from '#shared/text/index.ts';

export function OpenPlan({ planId }: { readonly planId: string }) {
  return (
    <Button component={Link} to={`/plans/${planId}`} variant="default">
      {projectsPages.openPlan}
    </Button>
  );
}
