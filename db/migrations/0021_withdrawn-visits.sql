CREATE TABLE "operator_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"name" text NOT NULL,
	"actor_name" text NOT NULL,
	"address" text,
	"request_id" text NOT NULL,
	"data" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "operator_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "visits" DROP CONSTRAINT "visits_state";--> statement-breakpoint
ALTER TABLE "visits" ADD COLUMN "withdrawn_reason" text;--> statement-breakpoint
ALTER TABLE "operator_entries" ADD CONSTRAINT "operator_entries_person_id_operators_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."operators"("person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "operator_entries_time" ON "operator_entries" USING btree ("occurred_at","id");--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_withdrawn" CHECK (("visits"."state" = 'withdrawn') = ("visits"."withdrawn_reason" is not null));--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_state" CHECK ("visits"."state" in ('recorded', 'confirmed', 'disputed', 'withdrawn'));--> statement-breakpoint
CREATE POLICY "owner_all" ON "operator_entries" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "operator_entries" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (app_scope() = 'operator');--> statement-breakpoint
CREATE POLICY "app_insert" ON "operator_entries" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (person_id = app_person());--> statement-breakpoint
CREATE POLICY "app_update" ON "operator_entries" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (person_id = app_person()) WITH CHECK (person_id = app_person());--> statement-breakpoint
CREATE POLICY "app_delete" ON "operator_entries" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (person_id = app_person());