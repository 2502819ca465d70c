ALTER TABLE "visits" ALTER COLUMN "place" SET DEFAULT '';--> statement-breakpoint
ALTER TABLE "visits" ADD COLUMN "place_kind" text NOT NULL;--> statement-breakpoint
CREATE INDEX "visits_state" ON "visits" USING btree ("center_id","state","visited_at","id");--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_number" UNIQUE("center_id","number");--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_state" CHECK ("visits"."state" in ('recorded', 'confirmed', 'disputed'));--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_place" CHECK ("visits"."place_kind" in ('company', 'center', 'online', 'elsewhere'));--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_decided" CHECK (("visits"."state" = 'recorded') = ("visits"."decided_at" is null));