// 起草公告, at the top right: at once where there is one thing to begin, from a menu where there are more.
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { Link, useNavigate } from 'react-router';
import { invitationTypes } from '#shared/codes/announcement-kinds.ts';
import type { AnnouncementListItem } from '#shared/contract/announcements.ts';
import { templateOf } from '#shared/domain/announcements/templates/index.ts';
import type { Section } from '#shared/domain/projects/model.ts';
import { announcementPages } from '#shared/text/index.ts';
import { beginsOf, nosOf, type Startable } from './announcement-address.ts';

const words = announcementPages.start;

type Props = {
  readonly projectId: string;
  readonly startable: readonly Startable[];
  readonly announcements: readonly AnnouncementListItem[];
  readonly sections: readonly Section[];
};

export function StartAnnouncement({ projectId, startable, announcements, sections }: Props) {
  const navigate = useNavigate();
  const begins = startable.flatMap((each) =>
    beginsOf(projectId, each, announcements).map(({ to, sectionIds }) => ({
      ...{ to, about: each.targetId },
      name: nameOf(each, nosOf(sectionIds, sections), announcements),
    })),
  );
  const text = startable.every(({ type }) => invitationTypes.has(type)) ? words.invite : words.button;
  const [only, ...more] = begins;
  if (only === undefined) return null;
  if (more.length === 0 && only.about === null) {
    return (
      <Button component={Link} to={only.to}>
        {text}
      </Button>
    );
  }
  return (
    <Menu position="bottom-end" shadow="md" withinPortal>
      <Menu.Target>
        <Button rightSection={<IconChevronDown aria-hidden size={14} />}>{text}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {begins.map(({ to, name }) => (
          <Menu.Item key={to} onClick={() => void navigate(to)} style={{ maxWidth: '26rem' }}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function nameOf(
  { type, targetId }: Startable,
  sectionNos: readonly string[],
  announcements: readonly AnnouncementListItem[],
): string {
  const name = words.of(templateOf(type).name, sectionNos);
  const target = announcements.find(({ id }) => id === targetId);
  return target === undefined ? name : words.about(name, target.title);
}
