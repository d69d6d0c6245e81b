// The name of a record in a row. Names begin with the unit's, which is the same for all of a unit's rows: where room is short that part gives
// way first, so that what tells them apart can be read.
import { MarkBadge } from '#renderer/ui/states/status-badge.tsx';
import type { Mark } from '#shared/contract/ipc.ts';
import css from './record-name.module.css';

type Props = { readonly name: string; readonly unit: string; readonly mark: Mark };

export function RecordName({ name, unit, mark }: Props) {
  const begins = unit !== '' && name.length > unit.length && name.startsWith(unit);
  return (
    <span className={css['root']}>
      <span className={css['name']} title={name}>
        {begins ? <span className={css['unit']}>{unit}</span> : null}
        <span className={css['own']}>{begins ? name.slice(unit.length) : name}</span>
      </span>
      <MarkBadge mark={mark} />
    </span>
  );
}
