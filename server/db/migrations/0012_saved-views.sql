CREATE TABLE "saved_views" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"scopes" text[] NOT NULL,
	"body" json NOT NULL,
	"digest_hi" integer NOT NULL,
	"digest_lo" integer NOT NULL,
	"columns_generation" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE INDEX "saved_views_scopes" ON "saved_views" USING gin ("scopes");--> statement-breakpoint
CREATE INDEX "saved_views_generation" ON "saved_views" USING btree ("columns_generation");