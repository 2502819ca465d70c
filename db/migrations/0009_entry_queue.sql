CREATE TABLE "entry_queue" (
	"center_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"tx" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "entry_queue_center_id_entry_id_pk" PRIMARY KEY("center_id","entry_id")
);
--> statement-breakpoint
ALTER TABLE "entry_queue" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "entry_queue" ADD CONSTRAINT "entry_queue_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_queue" ADD CONSTRAINT "entry_queue_center_id_entry_id_entries_center_id_id_fk" FOREIGN KEY ("center_id","entry_id") REFERENCES "public"."entries"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "owner_all" ON "entry_queue" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "entry_queue" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (false));--> statement-breakpoint
CREATE POLICY "app_insert" ON "entry_queue" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'administrator', 'auditor', 'company', 'mentor', 'applicant', 'operator', 'public', 'job', 'person')));--> statement-breakpoint
CREATE POLICY "app_update" ON "entry_queue" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'administrator', 'auditor', 'company', 'mentor', 'applicant', 'operator', 'public', 'job', 'person'))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'administrator', 'auditor', 'company', 'mentor', 'applicant', 'operator', 'public', 'job', 'person')));--> statement-breakpoint
CREATE POLICY "app_delete" ON "entry_queue" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'administrator', 'auditor', 'company', 'mentor', 'applicant', 'operator', 'public', 'job', 'person')));