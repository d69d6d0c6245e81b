// Announcements that wait for the one signed in: to be reviewed, put right, published; each opens its page, where the buttons are.
import { Anchor, Button, Group, Table, Text, VisuallyHidden } from '@mantine/core';
import { Link, useNavigate } from 'react-router';
import { When } from '#renderer/ui/base/when.tsx';
import { MarkBadge, RecordStatus } from '#renderer/ui/states/status-badge.tsx';
import type { AnnouncementListItem } from '#shared/contract/announcements.ts';
import { templateOf } from '#shared/domain/announcements/templates/index.ts';
import { announcementPages, appText, forms } from '#shared/text/index.ts';
import classes from './tasks.module.css';

const words = appText.tasks;
const { list, tasks, untitled } = announcementPages;

export function AnnouncementTable({ items }: { readonly items: readonly AnnouncementListItem[] }) {
  const navigate = useNavigate();
  return (
    <Table highlightOnHover aria-label={tasks.title}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{tasks.project}</Table.Th>
          <Table.Th>{words.purchaser}</Table.Th>
          <Table.Th>{list.type}</Table.Th>
          <Table.Th>{words.status}</Table.Th>
          <Table.Th>{words.since}</Table.Th>
          <Table.Th w={80}>
            <VisuallyHidden>{words.open}</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((item) => {
          const route = `/announcements/${item.id}`;
          const name = item.title === '' ? untitled : item.title;
          return (
            <Table.Tr key={item.id} className={classes['row'] ?? ''} onClick={() => void navigate(route)}>
              <Table.Td>
                <Anchor component={Link} to={route} onClick={(event) => event.stopPropagation()}>
                  {name}
                </Anchor>
                <Text size="xs" c="dimmed">
                  {item.projectName}
                </Text>
              </Table.Td>
              <Table.Td>{item.purchaserName}</Table.Td>
              <Table.Td>{templateOf(item.type).name}</Table.Td>
              <Table.Td>
                <Group gap={6} wrap="nowrap">
                  <RecordStatus of="announcements.status" status={item.status} />
                  <MarkBadge mark={item.mark} />
                </Group>
              </Table.Td>
              <Table.Td className={classes['number'] ?? ''}>
                <When at={item.updatedAt} />
              </Table.Td>
              <Table.Td>
                <Button
                  size="compact-sm"
                  variant="light"
                  component={Link}
                  to={route}
                  aria-label={forms.of(name, words.open)}
                  onClick={(event) => event.stopPropagation()}
                >
                  {words.open}
                </Button>
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
