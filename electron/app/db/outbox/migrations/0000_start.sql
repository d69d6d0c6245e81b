CREATE TABLE `commands` (
	`no` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`version` integer NOT NULL,
	`input` text NOT NULL,
	`made_at` integer NOT NULL,
	`decided_at` integer NOT NULL,
	`authority` text NOT NULL,
	`state` text NOT NULL,
	`seq` integer,
	`error` text,
	`settled_at` integer,
	`reads` text NOT NULL,
	`writes` text NOT NULL,
	`subject` text,
	`depends_on_rejected` text,
	`replaced_by` text,
	`offered_again` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `commands_id_unique` ON `commands` (`id`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`key` text PRIMARY KEY NOT NULL,
	`form` text NOT NULL,
	`body` text NOT NULL,
	`saved_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `identity` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `uploads` (
	`sha256` text PRIMARY KEY NOT NULL,
	`file_name` text NOT NULL,
	`media_type` text NOT NULL,
	`size` integer NOT NULL,
	`location` text,
	`sent` integer DEFAULT 0 NOT NULL,
	`state` text NOT NULL,
	`error` text,
	`added_at` integer NOT NULL
);
