// What is void is shown struck through, and read out as such.
import type { ReactNode } from 'react';
import css from './payments.module.css';

export function Struck({ when, children }: { readonly when: boolean; readonly children: ReactNode }) {
  return when ? <s className={css['struck']}>{children}</s> : children;
}
