CREATE TABLE `announcements` (
	`row_no` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`version` integer NOT NULL,
	`scopes` text NOT NULL,
	`type` text NOT NULL,
	`status` text NOT NULL,
	`project_id` text,
	`target_id` text,
	`title` text NOT NULL,
	`purchaser_id` text NOT NULL,
	`purchaser_name` text NOT NULL,
	`agency_id` text,
	`region_code` text NOT NULL,
	`drafted_by` text NOT NULL,
	`published_at` integer,
	`updated_at` integer NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `announcements_id_unique` ON `announcements` (`id`);--> statement-breakpoint
CREATE INDEX `announcements_project_updated` ON `announcements` (`project_id`,`updated_at`);--> statement-breakpoint
CREATE INDEX `announcements_target` ON `announcements` (`target_id`);--> statement-breakpoint
CREATE INDEX `announcements_status_updated` ON `announcements` (`status`,`updated_at`,`row_no`,`drafted_by`,`purchaser_id`);
--> statement-breakpoint
CREATE TABLE `announcements_words` (`row_no` integer PRIMARY KEY NOT NULL, `text` text NOT NULL);
--> statement-breakpoint
CREATE VIRTUAL TABLE `announcements_search` USING fts5(terms, content='', contentless_delete=1, detail=none, tokenize='ascii');
