CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"used" integer NOT NULL,
	"resets_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "rate_limits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "credentials" ADD COLUMN "recovery_set_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "rate_limits_over" ON "rate_limits" USING btree ("resets_at");--> statement-breakpoint
CREATE POLICY "owner_all" ON "rate_limits" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "rate_limits" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (false);--> statement-breakpoint
CREATE POLICY "app_insert" ON "rate_limits" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (false);--> statement-breakpoint
CREATE POLICY "app_update" ON "rate_limits" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (false) WITH CHECK (false);--> statement-breakpoint
CREATE POLICY "app_delete" ON "rate_limits" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (false);--> statement-breakpoint
ALTER POLICY "app_read" ON "sessions" TO dxe_app USING (person_id = app_person() or (app_scope() in ('administrator', 'operator')
  and exists (select from persons p where p.id = sessions.person_id)));--> statement-breakpoint
ALTER POLICY "app_insert" ON "sessions" TO dxe_app WITH CHECK (person_id = app_person() or (app_scope() in ('administrator', 'operator')
  and exists (select from persons p where p.id = sessions.person_id)));--> statement-breakpoint
ALTER POLICY "app_update" ON "sessions" TO dxe_app USING (person_id = app_person() or (app_scope() in ('administrator', 'operator')
  and exists (select from persons p where p.id = sessions.person_id))) WITH CHECK (person_id = app_person() or (app_scope() in ('administrator', 'operator')
  and exists (select from persons p where p.id = sessions.person_id)));--> statement-breakpoint
ALTER POLICY "app_delete" ON "sessions" TO dxe_app USING (person_id = app_person() or (app_scope() in ('administrator', 'operator')
  and exists (select from persons p where p.id = sessions.person_id)));