// Days and times as the pages and feeds write them.
import { type Instant, toPlainDate } from '#shared/kernel/dates.ts';
import { formatInstant } from '#shared/text/index.ts';
import { type Html, html } from './html.ts';

/** `2026-03-22T10:32:05+08:00`. */
export function isoTime(instant: Instant): string {
  return `${new Date(instant + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
}

export function dayHtml(instant: Instant): Html {
  return html`<time datetime="${isoTime(instant)}">${toPlainDate(instant)}</time>`;
}

export function timeHtml(instant: Instant): Html {
  return html`<time datetime="${isoTime(instant)}">${formatInstant(instant)}</time>`;
}

/** As RSS wants it. */
export function mailTime(instant: Instant): string {
  return new Date(instant).toUTCString();
}
