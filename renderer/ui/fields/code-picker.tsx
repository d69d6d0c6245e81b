// Chooses a code by code, name, pinyin or initials. What was chosen stays readable when it may no longer be chosen.
import { useMemo, useState } from 'react';
import { forms } from '#shared/text/index.ts';
import type { CodeOption } from './code-options.ts';
import { loadPinyin, searchOptions } from './code-search.ts';
import type { FieldControl } from './field.tsx';
import { Picker } from './picker.tsx';

/** More would be slow to draw and no one reads them. */
const shownMost = 80;

type Props = {
  readonly control: FieldControl;
  readonly options: readonly CodeOption[];
  readonly value: string | null;
  readonly onChange: (code: string | null) => void;
  /** The chosen code when it is not among the options: an older edition, a code no longer in force. */
  readonly chosen?: CodeOption | undefined;
  readonly onBlur?: () => void;
  readonly placeholder?: string;
  readonly clearable?: boolean;
  readonly disabled?: boolean;
  readonly compact?: boolean;
};

export function CodePicker({ options, value, onChange, chosen, placeholder, ...rest }: Props) {
  const [search, setSearch] = useState('');
  const [, setSpeaks] = useState(false);
  // Not memoised by `search` alone: the pinyin may have come since.
  const found = searchOptions(options, search);
  const current = useMemo(
    () => options.find(({ code }) => code === value) ?? chosen,
    [options, value, chosen],
  );
  const text = (option: CodeOption) =>
    option.showCode === true ? `${option.code} ${option.name}` : option.name;

  return (
    <Picker
      {...rest}
      chosen={
        value === null
          ? null
          : { id: value, text: current === undefined ? forms.picker.unknown(value) : text(current) }
      }
      note={found.length > shownMost ? forms.picker.more(shownMost) : undefined}
      onChange={onChange}
      onOpen={() => void loadPinyin().then(() => setSpeaks(true))}
      onSearch={setSearch}
      options={found.slice(0, shownMost).map((option) => ({
        id: option.code,
        name: option.name,
        code: option.showCode === true ? option.code : undefined,
        detail: option.detail,
      }))}
      placeholder={
        placeholder ??
        (options.length > 8 && rest.compact !== true
          ? forms.picker.placeholder
          : forms.picker.shortPlaceholder)
      }
      search={search}
    />
  );
}
