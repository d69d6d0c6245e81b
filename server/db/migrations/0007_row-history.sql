CREATE TABLE "row_history" (
	"entity" text NOT NULL,
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"seq" bigint NOT NULL,
	"n" integer NOT NULL,
	"at" bigint NOT NULL,
	"op" text NOT NULL,
	"scopes" text[] NOT NULL,
	"body" json,
	CONSTRAINT "row_history_entity_id_version_pk" PRIMARY KEY("entity","id","version")
);
--> statement-breakpoint
-- The feed has been whole so far, so the history begins whole. The first audit entry of a number is that of the command which took it.
INSERT INTO "row_history" ("entity", "id", "version", "seq", "n", "at", "op", "scopes", "body")
SELECT f."entity", f."id", f."version", f."seq", f."n", coalesce(a."at", 0), f."op", f."scopes", f."body"
FROM "feed" f
LEFT JOIN (SELECT DISTINCT ON ("seq") "seq", "at" FROM "audit_log" WHERE "seq" IS NOT NULL ORDER BY "seq", "no") a ON a."seq" = f."seq";
--> statement-breakpoint
CREATE UNIQUE INDEX "row_history_order" ON "row_history" USING btree ("seq","n");--> statement-breakpoint
DROP INDEX "feed_tombstones";--> statement-breakpoint
-- The body's place becomes its size: the table is written anew once, without the bodies.
ALTER TABLE "feed" ALTER COLUMN "body" TYPE integer USING coalesce(length("body"::text), 0), ALTER COLUMN "body" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "feed" RENAME COLUMN "body" TO "size";--> statement-breakpoint
ALTER TABLE "feed_head" ADD COLUMN "trimmed_upto" bigint DEFAULT 0 NOT NULL;
