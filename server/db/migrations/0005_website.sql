CREATE TABLE "website_announcements" (
	"id" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"column_code" text NOT NULL,
	"title" text NOT NULL,
	"region_code" text NOT NULL,
	"method" text,
	"purchaser_id" text NOT NULL,
	"purchaser_name" text NOT NULL,
	"project_id" text,
	"project_name" text NOT NULL,
	"project_no" text NOT NULL,
	"plan_no" text NOT NULL,
	"target_id" text,
	"round" integer NOT NULL,
	"published_at" bigint NOT NULL,
	"display_until" text,
	"withdrawn_at" bigint,
	"withdrawn_reason" text,
	"html" text NOT NULL,
	"body" text NOT NULL,
	"terms" "tsvector" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "website_head" (
	"id" integer PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL
);
--> statement-breakpoint
CREATE INDEX "website_newest" ON "website_announcements" USING btree ("published_at","id");--> statement-breakpoint
CREATE INDEX "website_of_column" ON "website_announcements" USING btree ("column_code","published_at","id");--> statement-breakpoint
CREATE INDEX "website_of_region" ON "website_announcements" USING btree ("region_code","published_at","id");--> statement-breakpoint
CREATE INDEX "website_of_method" ON "website_announcements" USING btree ("method","published_at","id");--> statement-breakpoint
CREATE INDEX "website_of_column_region" ON "website_announcements" USING btree ("column_code","region_code","published_at","id");--> statement-breakpoint
CREATE INDEX "website_of_column_method" ON "website_announcements" USING btree ("column_code","method","published_at","id");--> statement-breakpoint
CREATE INDEX "website_of_region_method" ON "website_announcements" USING btree ("region_code","method","published_at","id");--> statement-breakpoint
CREATE INDEX "website_of_column_region_method" ON "website_announcements" USING btree ("column_code","region_code","method","published_at","id");--> statement-breakpoint
CREATE INDEX "website_of_project" ON "website_announcements" USING btree ("project_id","published_at","id");--> statement-breakpoint
CREATE INDEX "website_about" ON "website_announcements" USING btree ("target_id");--> statement-breakpoint
CREATE INDEX "website_terms" ON "website_announcements" USING gin ("terms");--> statement-breakpoint
-- The ids of a page of hits, always by the index of terms: the planner cannot know which pairs of characters come together, and walking along
-- the newest announcements would unpack the terms of each. `+ 0` keeps the index of times out of it, which a plan for any question would read whole.
CREATE FUNCTION website_matches(wanted tsquery, since bigint, until bigint, mark_at bigint, mark_id text, newer boolean, most integer)
RETURNS SETOF text
LANGUAGE plpgsql STABLE
SET enable_seqscan = off
SET enable_indexscan = off
AS $$
BEGIN
  IF newer THEN
    RETURN QUERY SELECT w.id FROM website_announcements w
      WHERE w.terms @@ wanted AND w.published_at + 0 >= since AND w.published_at + 0 < until AND (w.published_at + 0, w.id) > (mark_at, mark_id)
      ORDER BY w.published_at, w.id LIMIT most;
  ELSE
    RETURN QUERY SELECT w.id FROM website_announcements w
      WHERE w.terms @@ wanted AND w.published_at + 0 >= since AND w.published_at + 0 < until AND (w.published_at + 0, w.id) < (mark_at, mark_id)
      ORDER BY w.published_at DESC, w.id DESC LIMIT most;
  END IF;
END
$$;
