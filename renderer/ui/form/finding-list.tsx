// What the rules found: where, what, the clause, what to do. Warnings may carry a box to be ticked.
import { Checkbox } from '@mantine/core';
import { IconAlertCircle, IconAlertTriangle } from '@tabler/icons-react';
import type { Finding } from '#shared/rules/engine.ts';
import { describeFinding, forms } from '#shared/text/index.ts';
import css from './finding-list.module.css';

type Props = {
  readonly findings: readonly Finding[];
  /** The name of a field by its path. */
  readonly nameOf: (path: string) => string;
  /** Rules whose warnings whoever submitted the record has read; said beside them. */
  readonly note?: (finding: Finding) => string | undefined;
  readonly tick?: {
    readonly label: string;
    readonly ticked: ReadonlySet<string>;
    readonly onChange: (ruleId: string, ticked: boolean) => void;
  };
};

export function FindingList({ findings, nameOf, note, tick }: Props) {
  return (
    <ul className={css['list']}>
      {findings.map((finding) => {
        const { ruleId, severity, paths } = finding;
        const Icon = severity === 'error' ? IconAlertCircle : IconAlertTriangle;
        const aside = note?.(finding);
        return (
          <li className={css['finding']} data-severity={severity} key={ruleId}>
            <Icon aria-hidden className={css['icon']} size={16} />
            <div>
              <div className={css['where']}>
                <span className={css['severity']}>{forms[severity]}</span>
                <span>{[...new Set(paths.map(nameOf))].join('、')}</span>
                {aside === undefined ? null : <span className={css['aside']}>{aside}</span>}
              </div>
              <div>{describeFinding(finding)}</div>
              {tick === undefined || severity === 'error' ? null : (
                <Checkbox
                  checked={tick.ticked.has(ruleId)}
                  label={tick.label}
                  mt={4}
                  onChange={(event) => tick.onChange(ruleId, event.currentTarget.checked)}
                  size="sm"
                />
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
