CREATE TABLE "notice_drafts" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "notice_drafts_center_id_id_pk" PRIMARY KEY("center_id","id")
);
--> statement-breakpoint
ALTER TABLE "notice_drafts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notice_recipients" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"notice_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	"read_by" uuid,
	"answer" text,
	"answered_at" timestamp with time zone,
	"answered_by" uuid,
	"first_answered_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "notice_recipients_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "notice_recipients_once" UNIQUE("center_id","notice_id","company_id"),
	CONSTRAINT "notice_recipients_read" CHECK (("notice_recipients"."read_at" is null) = ("notice_recipients"."read_by" is null)),
	CONSTRAINT "notice_recipients_answer" CHECK (("notice_recipients"."answered_at" is null) = ("notice_recipients"."first_answered_at" is null) and ("notice_recipients"."answered_at" is not null or "notice_recipients"."answer" is null))
);
--> statement-breakpoint
ALTER TABLE "notice_recipients" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notices" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" text,
	"state" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"wants_text" boolean DEFAULT false NOT NULL,
	"wants_files" boolean DEFAULT false NOT NULL,
	"due_on" date,
	"chosen" jsonb,
	"sent_at" timestamp with time zone,
	"sent_by" uuid,
	"recipients" integer DEFAULT 0 NOT NULL,
	"reminded_on" date,
	"closed_at" timestamp with time zone,
	"closed_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "notices_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "notices_number" UNIQUE("center_id","number"),
	CONSTRAINT "notices_states" CHECK ("notices"."state" in ('draft', 'sent', 'closed')),
	CONSTRAINT "notices_sent_whole" CHECK (("notices"."state" = 'draft') = ("notices"."sent_at" is null) and ("notices"."sent_at" is null) = ("notices"."number" is null)),
	CONSTRAINT "notices_closed_whole" CHECK (("notices"."state" = 'closed') = ("notices"."closed_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "notices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "notice_drafts" ADD CONSTRAINT "notice_drafts_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_drafts" ADD CONSTRAINT "notice_drafts_center_id_id_notice_recipients_center_id_id_fk" FOREIGN KEY ("center_id","id") REFERENCES "public"."notice_recipients"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_drafts" ADD CONSTRAINT "notice_drafts_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_recipients" ADD CONSTRAINT "notice_recipients_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_recipients" ADD CONSTRAINT "notice_recipients_center_id_notice_id_notices_center_id_id_fk" FOREIGN KEY ("center_id","notice_id") REFERENCES "public"."notices"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_recipients" ADD CONSTRAINT "notice_recipients_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_recipients" ADD CONSTRAINT "notice_recipients_center_id_read_by_memberships_center_id_id_fk" FOREIGN KEY ("center_id","read_by") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_recipients" ADD CONSTRAINT "notice_recipients_center_id_answered_by_memberships_center_id_id_fk" FOREIGN KEY ("center_id","answered_by") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_center_id_sent_by_memberships_center_id_id_fk" FOREIGN KEY ("center_id","sent_by") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_center_id_closed_by_memberships_center_id_id_fk" FOREIGN KEY ("center_id","closed_by") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notice_recipients_company" ON "notice_recipients" USING btree ("center_id","company_id","sent_at","id");--> statement-breakpoint
CREATE INDEX "notice_recipients_sent" ON "notice_recipients" USING btree ("center_id","sent_at","id");--> statement-breakpoint
CREATE INDEX "notice_recipients_answered" ON "notice_recipients" USING btree ("center_id","notice_id","answered_at");--> statement-breakpoint
CREATE INDEX "notices_time" ON "notices" USING btree ("center_id","created_at","id");--> statement-breakpoint
CREATE INDEX "notices_state" ON "notices" USING btree ("center_id","state","created_at","id");--> statement-breakpoint
CREATE INDEX "notices_due" ON "notices" USING btree ("center_id","due_on","id");--> statement-breakpoint
CREATE INDEX "notices_sent" ON "notices" USING btree ("center_id","sent_at","id");--> statement-breakpoint
CREATE POLICY "owner_all" ON "notice_drafts" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "notice_drafts" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and ((app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_insert" ON "notice_drafts" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and ((app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_update" ON "notice_drafts" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and ((app_scope() = 'company' and (company_id = app_company())))) WITH CHECK (center_id = app_center() and ((app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_delete" ON "notice_drafts" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and ((app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "owner_all" ON "notice_recipients" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "notice_recipients" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job', 'auditor') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_insert" ON "notice_recipients" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_update" ON "notice_recipients" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company())))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_delete" ON "notice_recipients" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "owner_all" ON "notices" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "notices" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job', 'auditor') or (app_scope() = 'company' and (id in (select app_told_notices())))));--> statement-breakpoint
CREATE POLICY "app_insert" ON "notices" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "app_update" ON "notices" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job'))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "app_delete" ON "notices" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
ALTER POLICY "app_read" ON "files" TO dxe_app USING (center_id = app_center() and (app_scope() in ('job') or (app_scope() = 'staff' and ((subject_type <> 'export' or created_by = app_membership()) and (subject_type <> 'request' or exists (select from requests r where r.center_id = files.center_id and r.id = files.subject_id and r.state <> 'draft')))) or (app_scope() = 'auditor' and ((subject_type <> 'export' or created_by = app_membership()) and (subject_type <> 'request' or exists (select from requests r where r.center_id = files.center_id and r.id = files.subject_id and r.state <> 'draft')))) or (app_scope() = 'administrator' and (created_by = app_membership())) or (app_scope() = 'company' and (audience in ('company', 'mentor') and (company_id = app_company() or (company_id is null and subject_type = 'notice' and subject_id in (select app_told_notices()))))) or (app_scope() = 'mentor' and (audience = 'mentor' and company_id in (select app_mentored_companies())))));