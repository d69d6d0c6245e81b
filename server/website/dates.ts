// Days and times as the pages and feeds write them.
import type { Instant } from '#shared/kernel/dates.ts';
import { dayOfTime, formatInstant, zonedTime } from '#shared/text/index.ts';
import { type Html, html } from './html.ts';

export function dayHtml(instant: Instant): Html {
  return html`<time datetime="${zonedTime(instant)}">${dayOfTime(instant)}</time>`;
}

export function timeHtml(instant: Instant): Html {
  return html`<time datetime="${zonedTime(instant)}">${formatInstant(instant)}</time>`;
}
