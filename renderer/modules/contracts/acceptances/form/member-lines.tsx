// 验收小组: who takes part, as whom, and who leads. Who may not sit in it is said at the line.
import { NativeSelect, Radio } from '@mantine/core';
import { newId } from '#renderer/api/ids.ts';
import { RowsEditor } from '#renderer/ui/fields/rows-editor.tsx';
import { TextBox } from '#renderer/ui/fields/text-box.tsx';
import {
  type AcceptanceContent,
  acceptanceContentSchema,
  memberRoles,
} from '#shared/domain/contracts/acceptances/model.ts';
import { limitOf } from '#shared/domain/fields.ts';
import { acceptancePages, label } from '#shared/text/index.ts';
import css from '../acceptances.module.css';
import { acceptanceFields as fields } from './fields.ts';

const words = acceptancePages.form.members;
const mostLines = 50;
const { shape } = acceptanceContentSchema.shape.members.unwrap();
const nameOf = (field: string) => label(`acceptances.content.members.${field}`);

type Member = AcceptanceContent['members'][number];

export function MemberLines() {
  const { content, set, messages } = fields.useForm();
  const { members, publicService } = content;
  const put = (next: readonly Member[]) => set('members', [...next]);
  const change = (member: Member, parts: Partial<Member>) =>
    put(members.map((each) => (each.id === member.id ? { ...each, ...parts } : each)));
  return (
    <>
      <p className={css['hint']}>
        {words.hint}
        {publicService ? words.served : ''}
      </p>
      <RowsEditor
        columns={[
          {
            field: 'name',
            label: nameOf('name'),
            required: true,
            width: 'minmax(7rem, 0.7fr)',
            cell: (member, control) => (
              <TextBox
                compact
                control={control}
                limit={limitOf(shape.name)}
                onChange={(name) => change(member, { name })}
                value={member.name}
              />
            ),
          },
          {
            field: 'unit',
            label: nameOf('unit'),
            required: true,
            width: 'minmax(12rem, 1.4fr)',
            cell: (member, control) => (
              <TextBox
                compact
                control={control}
                limit={limitOf(shape.unit)}
                onChange={(unit) => change(member, { unit })}
                value={member.unit}
              />
            ),
          },
          {
            field: 'role',
            label: nameOf('role'),
            required: true,
            width: '9rem',
            cell: (member, control) => (
              <NativeSelect
                {...control}
                data={[
                  { value: '', label: '' },
                  ...memberRoles.map((value) => ({ value, label: label(`acceptances.role.${value}`) })),
                ]}
                onChange={({ currentTarget: { value } }) =>
                  change(member, { role: memberRoles.find((role) => role === value) ?? null })
                }
                size="xs"
                value={member.role ?? ''}
              />
            ),
          },
          {
            field: 'head',
            label: nameOf('head'),
            width: '4.5rem',
            cell: (member, control) => (
              <Radio
                aria-label={words.headOf(member.name)}
                checked={member.head}
                id={control.id}
                label={words.isHead}
                name={fields.fieldIdOf('head')}
                onChange={() => put(members.map((each) => ({ ...each, head: each.id === member.id })))}
              />
            ),
          },
        ]}
        empty={words.empty}
        id={fields.fieldIdOf('members')}
        label={label('acceptances.content.members')}
        max={mostLines}
        messages={messages}
        newRow={() => ({ id: newId(), name: '', unit: '', role: null, head: members.length === 0 })}
        onChange={put}
        path="members"
        rowKey={({ id }) => id}
        rows={members}
      />
    </>
  );
}
