-- Sums by scope alone cannot be divided: the rows are counted when the file is opened.
DROP TABLE `digests`;--> statement-breakpoint
CREATE TABLE `digests` (
	`entity` text NOT NULL,
	`scope` text NOT NULL,
	`count` integer NOT NULL,
	`hi` integer NOT NULL,
	`lo` integer NOT NULL,
	PRIMARY KEY(`entity`, `scope`)
);
--> statement-breakpoint
INSERT INTO `meta` (`key`, `value`) VALUES ('recount', 'true') ON CONFLICT DO NOTHING;
