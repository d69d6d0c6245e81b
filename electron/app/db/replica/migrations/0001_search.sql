-- The search index: `*_words` holds each row's text made comparable (for checking a hit and for walking a common word in list order),
-- `*_search` its terms. Terms are made in JS, so the tokenizer only has to split at blanks.
CREATE TABLE `plans_words` (`row_no` integer PRIMARY KEY NOT NULL, `text` text NOT NULL);
--> statement-breakpoint
CREATE VIRTUAL TABLE `plans_search` USING fts5(terms, content='', contentless_delete=1, detail=none, tokenize='ascii');
--> statement-breakpoint
CREATE TABLE `projects_words` (`row_no` integer PRIMARY KEY NOT NULL, `text` text NOT NULL);
--> statement-breakpoint
CREATE VIRTUAL TABLE `projects_search` USING fts5(terms, content='', contentless_delete=1, detail=none, tokenize='ascii');
--> statement-breakpoint
CREATE TABLE `sections_words` (`row_no` integer PRIMARY KEY NOT NULL, `text` text NOT NULL);
--> statement-breakpoint
CREATE VIRTUAL TABLE `sections_search` USING fts5(terms, content='', contentless_delete=1, detail=none, tokenize='ascii');
--> statement-breakpoint
CREATE TABLE `organisations_words` (`row_no` integer PRIMARY KEY NOT NULL, `text` text NOT NULL);
--> statement-breakpoint
CREATE VIRTUAL TABLE `organisations_search` USING fts5(terms, content='', contentless_delete=1, detail=none, tokenize='ascii');
