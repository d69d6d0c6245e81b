// 公告 of the project, the newest first: what it is about, where it stands, what may be done next.
import { ActionIcon, Anchor, Group, Menu, Table, VisuallyHidden } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { Link, useNavigate } from 'react-router';
import { useActor } from '#renderer/api/use-session.ts';
import { When } from '#renderer/ui/base/when.tsx';
import { MarkBadge, RecordStatus } from '#renderer/ui/states/status-badge.tsx';
import type { AnnouncementListItem } from '#shared/contract/announcements.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { statusGroupOf } from '#shared/domain/announcements/model.ts';
import { templateOf } from '#shared/domain/announcements/templates/index.ts';
import type { Section } from '#shared/domain/projects/model.ts';
import { announcementPages, forms, label } from '#shared/text/index.ts';
import { beginsOf, nosOf, type Startable } from './announcement-address.ts';
import css from './sections.module.css';

const { list: words } = announcementPages;

type Props = {
  readonly projectId: string;
  readonly announcements: readonly AnnouncementListItem[];
  readonly sections: readonly Section[];
  readonly startable: readonly Startable[];
};

export function AnnouncementsTable({ projectId, announcements, sections, startable }: Props) {
  if (announcements.length === 0) return <p className={css['none']}>{words.none}</p>;
  return (
    <Table aria-label={words.title} className={css['table'] ?? ''} verticalSpacing={5}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th className={css['short'] ?? ''}>{words.type}</Table.Th>
          <Table.Th>{words.name}</Table.Th>
          <Table.Th>{words.sections}</Table.Th>
          <Table.Th className={css['short'] ?? ''}>{words.status}</Table.Th>
          <Table.Th className={css['short'] ?? ''}>{words.publishedAt}</Table.Th>
          <Table.Th className={css['short'] ?? ''}>{words.displayUntil}</Table.Th>
          <Table.Th className={css['short'] ?? ''}>{words.centre}</Table.Th>
          <Table.Th w={44}>
            <VisuallyHidden>{forms.table.actions}</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {announcements.map((each) => (
          <Row
            announcement={each}
            begins={startable
              .filter(({ targetId }) => targetId === each.id)
              .flatMap((begin) =>
                beginsOf(projectId, begin, announcements).map(({ to, sectionIds }) => ({
                  to,
                  name: announcementPages.start.of(templateOf(begin.type).name, nosOf(sectionIds, sections)),
                })),
              )}
            key={each.id}
            sectionNos={nosOf(each.sectionIds, sections)}
          />
        ))}
      </Table.Tbody>
    </Table>
  );
}

type RowProps = {
  readonly announcement: AnnouncementListItem;
  readonly sectionNos: readonly string[];
  /** What may be begun about it, and where. */
  readonly begins: readonly { readonly name: string; readonly to: string }[];
};

function Row({ announcement, sectionNos, begins }: RowProps) {
  const navigate = useNavigate();
  const actor = useActor();
  const { id, type, round, status, mark, publishedAt, displayUntil, pushStatus } = announcement;
  const title = announcement.title === '' ? announcementPages.untitled : announcement.title;
  const page = `/announcements/${id}`;
  return (
    <Table.Tr>
      <Table.Td className={css['kind'] ?? ''}>
        {templateOf(type).name}
        {round > 1 ? <div className={css['second']}>{announcementPages.round(round)}</div> : null}
      </Table.Td>
      <Table.Td className={css['name'] ?? ''}>
        <Anchor component={Link} to={page}>
          {title}
        </Anchor>
      </Table.Td>
      <Table.Td className={css['short'] ?? ''}>
        {sectionNos.length === 0 ? forms.none : sectionNos.map((no) => <div key={no}>{no}</div>)}
      </Table.Td>
      <Table.Td>
        <Group gap={6}>
          <RecordStatus of={statusGroupOf(announcement)} status={status} />
          <MarkBadge mark={mark} />
        </Group>
      </Table.Td>
      <Table.Td className={css['time'] ?? ''}>
        {publishedAt === null ? forms.none : <When at={publishedAt} />}
      </Table.Td>
      <Table.Td className={css['time'] ?? ''}>{displayUntil ?? forms.none}</Table.Td>
      <Table.Td>
        {publishedAt === null ? forms.none : <RecordStatus of="announcements.push" status={pushStatus} />}
      </Table.Td>
      <Table.Td>
        <Menu position="bottom-end" shadow="md" withinPortal>
          <Menu.Target>
            <ActionIcon aria-label={words.moreOf(title)} size={28}>
              <IconDots aria-hidden size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => void navigate(page)}>{words.open}</Menu.Item>
            {mayEdit(actor, announcement) ? (
              <Menu.Item onClick={() => void navigate(`${page}/edit`)}>
                {label('actions.announcements.edit')}
              </Menu.Item>
            ) : null}
            {begins.map(({ name, to }) => (
              <Menu.Item key={to} onClick={() => void navigate(to)}>
                {name}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </Table.Td>
    </Table.Tr>
  );
}

/** Whether the form may be opened: of the side that wrote it, while it is with that side. */
function mayEdit({ role }: Actor, { status, draftedBy }: AnnouncementListItem): boolean {
  const own = draftedBy === 'agency' ? 'agency' : 'purchaser_clerk';
  return role === own && (status === 'draft' || status === 'returned');
}
