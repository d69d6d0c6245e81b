// 起草公告, at the top right: at once where there is one thing to begin, from a menu where there are more.
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { Link, useNavigate } from 'react-router';
import type { AnnouncementListItem } from '#shared/contract/announcements.ts';
import { templateOf } from '#shared/domain/announcements/templates/index.ts';
import { announcementPages } from '#shared/text/index.ts';
import { addressOf, type Startable } from './announcement-address.ts';

const words = announcementPages.start;

type Props = {
  readonly projectId: string;
  readonly startable: readonly Startable[];
  readonly announcements: readonly AnnouncementListItem[];
};

export function StartAnnouncement({ projectId, startable, announcements }: Props) {
  const navigate = useNavigate();
  const [only, ...more] = startable;
  if (only === undefined) return null;
  const address = (each: Startable) => addressOf(projectId, each, announcements);
  if (more.length === 0 && only.targetId === null) {
    return (
      <Button component={Link} to={address(only)}>
        {words.button}
      </Button>
    );
  }
  return (
    <Menu position="bottom-end" shadow="md" withinPortal>
      <Menu.Target>
        <Button rightSection={<IconChevronDown aria-hidden size={14} />}>{words.button}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {startable.map((each) => (
          <Menu.Item
            key={`${each.type}/${each.targetId}`}
            onClick={() => void navigate(address(each))}
            style={{ maxWidth: '26rem' }}
          >
            {nameOf(each, announcements)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function nameOf({ type, targetId }: Startable, announcements: readonly AnnouncementListItem[]): string {
  const { name } = templateOf(type);
  const target = announcements.find(({ id }) => id === targetId);
  return target === undefined ? name : words.about(name, target.title);
}
