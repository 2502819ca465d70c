CREATE TABLE "entry_redactions" (
	"center_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"redacted_at" timestamp with time zone NOT NULL,
	"fields_hash" text NOT NULL,
	CONSTRAINT "entry_redactions_center_id_entry_id_pk" PRIMARY KEY("center_id","entry_id")
);
--> statement-breakpoint
ALTER TABLE "entry_redactions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "personal_consents" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"scene" text NOT NULL,
	"version" text NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"recorded_by" uuid,
	CONSTRAINT "personal_consents_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "personal_consents_scene" CHECK ("personal_consents"."scene" in ('contact', 'mentors', 'investors', 'publicity', 'bankAccount'))
);
--> statement-breakpoint
ALTER TABLE "personal_consents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "personal_erasures" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"reason" text NOT NULL,
	"counts" jsonb NOT NULL,
	"erased_at" timestamp with time zone NOT NULL,
	"erased_by" uuid,
	CONSTRAINT "personal_erasures_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "personal_erasures_reason" CHECK ("personal_erasures"."reason" in ('expired', 'withdrawn', 'asked', 'unlawful'))
);
--> statement-breakpoint
ALTER TABLE "personal_erasures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "company_segments" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "company_segments_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "company_segments_name" UNIQUE("center_id","name")
);
--> statement-breakpoint
ALTER TABLE "company_segments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "entry_redactions" ADD CONSTRAINT "entry_redactions_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_redactions" ADD CONSTRAINT "entry_redactions_center_id_entry_id_entries_center_id_id_fk" FOREIGN KEY ("center_id","entry_id") REFERENCES "public"."entries"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "personal_consents" ADD CONSTRAINT "personal_consents_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "personal_erasures" ADD CONSTRAINT "personal_erasures_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_segments" ADD CONSTRAINT "company_segments_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "personal_consents_contact" ON "personal_consents" USING btree ("center_id","contact_id","given_at");--> statement-breakpoint
CREATE INDEX "personal_erasures_time" ON "personal_erasures" USING btree ("center_id","erased_at");--> statement-breakpoint
CREATE POLICY "owner_all" ON "entry_redactions" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "entry_redactions" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'auditor' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "entry_redactions" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (false));--> statement-breakpoint
CREATE POLICY "app_update" ON "entry_redactions" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (false)) WITH CHECK (center_id = app_center() and (false));--> statement-breakpoint
CREATE POLICY "app_delete" ON "entry_redactions" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (false));--> statement-breakpoint
CREATE POLICY "owner_all" ON "personal_consents" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "personal_consents" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "personal_consents" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "personal_consents" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "personal_consents" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "personal_erasures" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "personal_erasures" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "personal_erasures" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "personal_erasures" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "personal_erasures" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "company_segments" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "company_segments" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "company_segments" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "company_segments" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "company_segments" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));