// 联合体成员, line by line: who they are, and what each of them does. The lead is whoever is determined, and is not among them.
import type { z } from 'zod';
import { limitOf } from '#shared/domain/fields.ts';
import type { FieldMessage } from './field.tsx';
import { RowsEditor } from './rows-editor.tsx';
import { SupplierBox } from './supplier-box.tsx';
import { TextBox } from './text-box.tsx';

const mostMembers = 20;

type Member = { readonly name: string; readonly uscc: string; readonly share: string };

type Props = {
  readonly id: string;
  readonly label: string;
  /** Of a line, for the limits of its texts. */
  readonly shape: Readonly<Record<keyof Member, z.ZodType>>;
  readonly members: readonly Member[];
  readonly onChange: (members: Member[]) => void;
  readonly messages: ReadonlyMap<string, readonly FieldMessage[]>;
  readonly nameOf: (field: keyof Member) => string;
  readonly empty: string;
};

export function MembersEditor({ id, label, shape, members, onChange, messages, nameOf, empty }: Props) {
  const change = (member: Member, parts: Partial<Member>) =>
    onChange(members.map((each) => (each === member ? { ...member, ...parts } : each)));
  const text = (field: 'uscc' | 'share', width: string, required = false) => ({
    field,
    label: nameOf(field),
    required,
    width,
    cell: (member: Member, control: Parameters<typeof TextBox>[0]['control']) => (
      <TextBox
        compact
        control={control}
        limit={limitOf(shape[field])}
        onChange={(typed) => change(member, { [field]: typed })}
        value={member[field]}
      />
    ),
  });
  return (
    <RowsEditor<Member>
      columns={[
        {
          field: 'name',
          label: nameOf('name'),
          required: true,
          width: 'minmax(11rem, 1.4fr)',
          cell: (member, control) => (
            <SupplierBox
              compact
              control={control}
              limit={limitOf(shape.name)}
              onChange={(typed) => change(member, { name: typed })}
              onTake={(known) => change(member, { name: known.name, uscc: known.uscc })}
              value={member.name}
            />
          ),
        },
        text('uscc', '11.5rem'),
        text('share', 'minmax(11rem, 1.4fr)', true),
      ]}
      empty={empty}
      id={id}
      label={label}
      max={mostMembers}
      messages={messages}
      newRow={() => ({ name: '', uscc: '', share: '' })}
      onChange={(rows) => onChange([...rows])}
      path="members"
      rowKey={(member) => String(members.indexOf(member))}
      rows={members}
    />
  );
}
