// When there is nothing to show, and when something went wrong: what it is, and what one can do.
import { Button, Group, Skeleton } from '@mantine/core';
import {
  IconAlertCircle,
  IconDatabaseCog,
  IconFileUnknown,
  IconInbox,
  IconSearchOff,
} from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { Link } from 'react-router';
import type { AppError } from '#shared/kernel/errors.ts';
import { describeError, exactTime, forms } from '#shared/text/index.ts';
import css from './states.module.css';

type EmptyProps = {
  readonly title?: string;
  readonly hint?: ReactNode;
  /** What one may do about it. */
  readonly children?: ReactNode;
  /** Nothing was found rather than nothing is there. */
  readonly searched?: boolean;
  /** It stands for a whole page: its title is the page's heading. */
  readonly page?: boolean;
};

export function EmptyState({ title, hint, children, searched = false, page = false }: EmptyProps) {
  const Heading = page ? 'h1' : 'p';
  const Icon = searched ? IconSearchOff : IconInbox;
  return (
    <div className={css['state']}>
      <Icon aria-hidden className={css['icon']} size={32} stroke={1.5} />
      <Heading className={css['title']}>
        {title ?? (searched ? forms.empty.notFound : forms.empty.nothing)}
      </Heading>
      {hint !== undefined || searched ? <p className={css['hint']}>{hint ?? forms.empty.widen}</p> : null}
      {children === undefined ? null : <Group justify="center">{children}</Group>}
    </div>
  );
}

/** No rows while some are still to come: it is not said that there are none. */
export function IncompleteState() {
  return (
    <div className={css['state']}>
      <IconDatabaseCog aria-hidden className={css['icon']} size={32} stroke={1.5} />
      <p className={css['title']}>{forms.incomplete.title}</p>
      <p className={css['hint']}>{forms.incomplete.hint}</p>
    </div>
  );
}

type ErrorProps = {
  readonly error: AppError;
  readonly onRetry?: () => void;
  readonly children?: ReactNode;
  readonly page?: boolean;
};

/** A refusal or failure in words, with its number, and what helps the one who is asked for help. */
export function ErrorState({ error, onRetry, children, page = false }: ErrorProps) {
  const Heading = page ? 'h1' : 'p';
  if (error.code === 'unreadable_record') {
    return (
      <UnreadableState error={error} page={page}>
        {children}
      </UnreadableState>
    );
  }
  return (
    <div className={css['state']} role="alert">
      <IconAlertCircle aria-hidden className={css['failed']} size={32} stroke={1.5} />
      <Heading className={css['title']}>{describeError(error)}</Heading>
      <p className={css['hint']}>{forms.failed.code(error.code)}</p>
      <Group gap="xs" justify="center">
        {onRetry === undefined ? null : <Button onClick={onRetry}>{forms.failed.retry}</Button>}
        <CopyButton error={error} />
        {children}
      </Group>
    </div>
  );
}

/** 暂不可读: nothing has failed and nothing is lost; another version of the program can show it. */
function UnreadableState({ error, children, page }: Pick<ErrorProps, 'error' | 'children' | 'page'>) {
  const Heading = page === true ? 'h1' : 'p';
  const words = forms.unreadable;
  return (
    <div className={css['state']}>
      <IconFileUnknown aria-hidden className={css['icon']} size={32} stroke={1.5} />
      <Heading className={css['title']}>{words.title}</Heading>
      <p className={css['hint']}>
        {words.why}
        <br />
        {words.todo}
      </p>
      <Group gap="xs" justify="center">
        <Button component={Link} to="/system/about">
          {words.toVersion}
        </Button>
        <CopyButton error={error} />
        {children}
      </Group>
    </div>
  );
}

function CopyButton({ error }: { readonly error: AppError }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    // Codes and parameters only: nothing personal is in them.
    const text = JSON.stringify(
      { code: error.code, params: error.params, at: exactTime(Date.now()) },
      null,
      2,
    );
    await navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <Button onClick={() => void copy()} variant="default">
      {copied ? forms.failed.copied : forms.failed.copy}
    </Button>
  );
}

const widths = ['92%', '74%', '86%', '61%', '80%', '68%', '89%', '57%', '77%', '64%'] as const;

/** Lines in place of content that takes longer than 300 ms; before that, nothing moves. */
export function LoadingState({ lines = 6 }: { readonly lines?: number }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div aria-busy="true" aria-label={forms.loading} className={css['loading']} role="status">
      {late
        ? widths.slice(0, lines).map((width) => <Skeleton height={16} key={width} mt={12} width={width} />)
        : null}
    </div>
  );
}
