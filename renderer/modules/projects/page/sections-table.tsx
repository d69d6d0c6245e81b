// 标段 as the trading centre pushed them. What it pushed again after an announcement stands beside what was announced and changes nothing by itself.
import { ActionIcon, Alert, Table } from '@mantine/core';
import { IconAlertTriangle, IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { Fragment, useState } from 'react';
import { When } from '#renderer/ui/base/when.tsx';
import { RecordStatus, StatusBadge } from '#renderer/ui/states/status-badge.tsx';
import { correctionTypes } from '#shared/codes/announcement-kinds.ts';
import type { Plan } from '#shared/domain/plans/model.ts';
import type { Project, Section } from '#shared/domain/projects/model.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { forms, projectsPages } from '#shared/text/index.ts';
import type { Startable } from './announcement-address.ts';
import { SectionDetail } from './section-detail.tsx';
import { openingDay, sectionAmount, sectionWords } from './section-words.ts';
import css from './sections.module.css';

const { sections: words } = projectsPages;
const shown = ['sectionNo', 'name', 'catalogCode', 'budget', 'ceiling', 'smeReserved', 'openingOn'] as const;

type Props = {
  readonly project: Project;
  /** Not in the replica of everybody who sees the project. */
  readonly plan: Plan | undefined;
  readonly sections: readonly Section[];
  readonly startable: readonly Startable[];
};

export function SectionsTable({ project, plan, sections, startable }: Props) {
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => new Set(sections.filter(({ difference }) => difference !== null).map(({ id }) => id)),
  );
  const toggle = (id: string) => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
  };
  const { budgetAmount, overBudget, sectionBudgetTotal } = project;
  return (
    <>
      {overBudget ? (
        <Alert color="orange" icon={<IconAlertTriangle aria-hidden size={18} />} mb="xs" p="xs">
          {words.overBudget(formatYuan(sectionBudgetTotal), formatYuan(budgetAmount))}
        </Alert>
      ) : null}
      <Table aria-label={words.title} className={css['table'] ?? ''} verticalSpacing={5}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={40}>
              <span className={css['unseen']}>{words.show}</span>
            </Table.Th>
            {shown.map((key) => (
              <Table.Th className={classOf(key)} key={key}>
                {words.columns[key]}
              </Table.Th>
            ))}
            <Table.Th>{words.columns.status}</Table.Th>
            <Table.Th className={css['short'] ?? ''}>{words.columns.receivedAt}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sections.map((section) => {
            const isOpen = open.has(section.id);
            const Icon = isOpen ? IconChevronDown : IconChevronRight;
            return (
              <Fragment key={section.id}>
                <Table.Tr data-cancelled={section.status === 'cancelled'}>
                  <Table.Td>
                    <ActionIcon
                      aria-expanded={isOpen}
                      aria-label={forms.of(section.name, isOpen ? words.hide : words.show)}
                      onClick={() => toggle(section.id)}
                      size={28}
                    >
                      <Icon aria-hidden size={16} />
                    </ActionIcon>
                  </Table.Td>
                  {shown.map((key) => (
                    <Table.Td className={classOf(key)} key={key}>
                      {cellWords(section, key) || forms.none}
                    </Table.Td>
                  ))}
                  <Table.Td>
                    <span className={css['badges']}>
                      <RecordStatus of="sections.status" status={section.status} />
                      {section.difference === null ? null : (
                        <StatusBadge tone="warning">{words.differs}</StatusBadge>
                      )}
                    </span>
                  </Table.Td>
                  <Table.Td className={css['time'] ?? ''}>
                    <When at={section.receivedAt} />
                  </Table.Td>
                </Table.Tr>
                {isOpen ? (
                  <Table.Tr className={css['detail'] ?? ''}>
                    <Table.Td />
                    <Table.Td colSpan={shown.length + 2}>
                      <SectionDetail
                        begin={startable.find(
                          ({ type, targetId }) =>
                            correctionTypes.has(type) && targetId === section.schedule?.announcementId,
                        )}
                        plan={plan}
                        section={section}
                      />
                    </Table.Td>
                  </Table.Tr>
                ) : null}
              </Fragment>
            );
          })}
        </Table.Tbody>
      </Table>
    </>
  );
}

function isAmount(key: (typeof shown)[number]): key is 'budget' | 'ceiling' {
  return key === 'budget' || key === 'ceiling';
}

function cellWords(section: Section, key: (typeof shown)[number]): string {
  if (key === 'openingOn') return openingDay(section);
  return isAmount(key) ? sectionAmount(section[key]) : sectionWords(section, key);
}

function classOf(key: (typeof shown)[number]): string {
  if (isAmount(key)) return css['number'] ?? '';
  return css[key === 'name' || key === 'catalogCode' ? key : 'short'] ?? '';
}
