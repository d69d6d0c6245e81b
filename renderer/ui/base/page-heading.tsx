// The head of a page: its name, what it is for, and its one action on the right.
import { Box, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = {
  readonly title: string;
  readonly help?: ReactNode;
  readonly action?: ReactNode;
};

export function PageHeading({ title, help, action }: Props) {
  return (
    <Group justify="space-between" align="flex-start" wrap="nowrap">
      <div>
        <Title order={1}>{title}</Title>
        {help === undefined ? null : <Text c="dimmed">{help}</Text>}
      </div>
      {action}
    </Group>
  );
}

/** Above a list that fills the rest of the page. */
export function ListHeading(props: Props) {
  return (
    <Box p="md" pb={0} px={24}>
      <PageHeading {...props} />
    </Box>
  );
}
