// 选择标段: those that may be chosen, with budget and reserve; those that may not stand below, so that nobody looks for them.
import { Checkbox, Table } from '@mantine/core';
import { FieldMessages } from '#renderer/ui/fields/field.tsx';
import { RecordStatus } from '#renderer/ui/states/status-badge.tsx';
import type { Section } from '#shared/domain/projects/model.ts';
import { formatYuan, sumFen } from '#shared/kernel/money.ts';
import { announcementPages, forms } from '#shared/text/index.ts';
import css from './form.module.css';
import { sectionsField } from './form-content.ts';
import { fieldIdOf, useAnnouncementForm } from './form-context.ts';

const words = announcementPages.form.section;

type Props = {
  readonly sections: readonly Section[];
  readonly choosable: ReadonlySet<string>;
  /** By section; null where nobody has said it. */
  readonly reserved: ReadonlyMap<string, boolean | null>;
  readonly chosen: readonly string[];
  readonly onChange: (sectionIds: readonly string[]) => void;
};

export function SectionChoice({ sections, choosable, reserved, chosen, onChange }: Props) {
  const { messages } = useAnnouncementForm();
  const id = fieldIdOf(sectionsField);
  const isChosen = (section: Section) => chosen.includes(section.id);
  const free = sections.filter((section) => choosable.has(section.id) || isChosen(section));
  const others = sections.filter((section) => !free.includes(section));
  const all = free.length > 0 && free.every(isChosen);
  const taken = sections.filter(isChosen);
  // In the order in which the sections stand.
  const choose = (ids: ReadonlySet<string>) =>
    onChange(sections.flatMap((section) => (ids.has(section.id) ? [section.id] : [])));
  const toggle = (section: Section, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(section.id);
    else next.delete(section.id);
    choose(next);
  };
  if (free.length === 0) return <p className={css['empty']}>{announcementPages.form.noSections}</p>;
  return (
    <>
      <Table aria-label={announcementPages.form.sections} verticalSpacing={5}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={40}>
              <Checkbox
                aria-label={words.all}
                checked={all}
                indeterminate={!all && taken.length > 0}
                onChange={(event) =>
                  choose(event.currentTarget.checked ? new Set(free.map((each) => each.id)) : new Set())
                }
              />
            </Table.Th>
            <Table.Th>{words.no}</Table.Th>
            <Table.Th>{words.name}</Table.Th>
            <Table.Th className={css['number'] ?? ''}>{words.budget}</Table.Th>
            <Table.Th>{words.sme}</Table.Th>
            <Table.Th>{words.status}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {free.map((section, index) => (
            <Table.Tr key={section.id}>
              <Table.Td>
                <Checkbox
                  aria-label={forms.of(section.name, words.choose)}
                  checked={isChosen(section)}
                  {...(index === 0 ? { id } : {})}
                  onChange={(event) => toggle(section, event.currentTarget.checked)}
                />
              </Table.Td>
              <SectionCells reserved={reserved.get(section.id)} section={section} />
            </Table.Tr>
          ))}
          {others.map((section) => (
            <Table.Tr className={css['taken'] ?? ''} key={section.id}>
              <Table.Td title={words.taken}>{forms.none}</Table.Td>
              <SectionCells reserved={reserved.get(section.id)} section={section} />
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <p className={css['chosen']}>
        {taken.length === 0
          ? words.none
          : words.chosen(taken.length, formatYuan(sumFen(taken.map(({ budget }) => budget))))}
      </p>
      <FieldMessages id={`${id}-messages`} messages={messages.get(sectionsField) ?? []} />
    </>
  );
}

type Cells = { readonly section: Section; readonly reserved: boolean | null | undefined };

function SectionCells({ section, reserved }: Cells) {
  return (
    <>
      <Table.Td className={css['short'] ?? ''}>{section.sectionNo}</Table.Td>
      <Table.Td>{section.name}</Table.Td>
      <Table.Td className={css['number'] ?? ''}>{formatYuan(section.budget).slice(1)}</Table.Td>
      <Table.Td className={css['short'] ?? ''}>
        {reserved == null ? words.smeUnknown : reserved ? words.smeReserved : words.smeOpen}
      </Table.Td>
      <Table.Td>
        <RecordStatus of="sections.status" status={section.status} />
      </Table.Td>
    </>
  );
}
