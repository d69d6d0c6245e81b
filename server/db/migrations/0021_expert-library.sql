CREATE TABLE "expert_libraries" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"scopes" text[] NOT NULL,
	"body" json NOT NULL,
	"digest_hi" integer NOT NULL,
	"digest_lo" integer NOT NULL,
	"columns_generation" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "experts" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"scopes" text[] NOT NULL,
	"body" json NOT NULL,
	"digest_hi" integer NOT NULL,
	"digest_lo" integer NOT NULL,
	"columns_generation" integer DEFAULT 0 NOT NULL,
	"expert_no" text,
	"id_index" text,
	"phone_index" text
);
--> statement-breakpoint
CREATE INDEX "expert_libraries_scopes" ON "expert_libraries" USING gin ("scopes");--> statement-breakpoint
CREATE INDEX "expert_libraries_generation" ON "expert_libraries" USING btree ("columns_generation");--> statement-breakpoint
CREATE INDEX "experts_scopes" ON "experts" USING gin ("scopes");--> statement-breakpoint
CREATE INDEX "experts_generation" ON "experts" USING btree ("columns_generation");--> statement-breakpoint
CREATE UNIQUE INDEX "experts_number" ON "experts" USING btree ("expert_no");--> statement-breakpoint
CREATE UNIQUE INDEX "experts_id_index" ON "experts" USING btree ("id_index");--> statement-breakpoint
CREATE INDEX "experts_phone_index" ON "experts" USING btree ("phone_index");