// The head of a page of 系统: its name, what it is for, and its one action on the right.
import { Box, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

type HeadProps = {
  readonly title: string;
  readonly help?: ReactNode;
  readonly action?: ReactNode;
};
type Props = HeadProps & {
  readonly children: ReactNode;
  /** Pages of a table take the whole width. */
  readonly wide?: boolean;
};

export function Page({ children, wide = false, ...head }: Props) {
  return (
    <Stack gap="md" p="md" {...(wide ? {} : { maw: 820 })}>
      <Heading {...head} />
      {children}
    </Stack>
  );
}

/** Above a list that fills the rest of the page. */
export function PageHead(head: HeadProps) {
  return (
    <Box p="md" pb={0} px={24}>
      <Heading {...head} />
    </Box>
  );
}

function Heading({ title, help, action }: HeadProps) {
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

export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <Title order={2} mb="xs">
        {title}
      </Title>
      {children}
    </section>
  );
}
