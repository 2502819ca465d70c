CREATE TABLE "answer_templates" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"removed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "answer_templates_center_id_id_pk" PRIMARY KEY("center_id","id")
);
--> statement-breakpoint
ALTER TABLE "answer_templates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "notice_drafts" DROP CONSTRAINT "notice_drafts_center_id_id_notice_recipients_center_id_id_fk";
--> statement-breakpoint
ALTER TABLE "answer_templates" ADD CONSTRAINT "answer_templates_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answer_templates_title" ON "answer_templates" USING btree ("center_id","title","id");--> statement-breakpoint
ALTER TABLE "notice_drafts" ADD CONSTRAINT "notice_drafts_center_id_id_notice_recipients_center_id_id_fk" FOREIGN KEY ("center_id","id") REFERENCES "public"."notice_recipients"("center_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "owner_all" ON "answer_templates" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "answer_templates" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'auditor' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "answer_templates" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "answer_templates" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "answer_templates" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true else false end));