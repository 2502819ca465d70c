CREATE TABLE "company_field_values" (
	"center_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"field_id" uuid NOT NULL,
	"text_value" text,
	"number_value" bigint,
	"date_value" date,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "company_field_values_center_id_company_id_field_id_pk" PRIMARY KEY("center_id","company_id","field_id")
);
--> statement-breakpoint
ALTER TABLE "company_field_values" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "company_fields" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"choices" text[] DEFAULT '{}' NOT NULL,
	"in_list" boolean DEFAULT false NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"closed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "company_fields_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "company_fields_name" UNIQUE("center_id","name"),
	CONSTRAINT "company_fields_kind" CHECK ("company_fields"."kind" in ('text', 'number', 'money', 'date', 'choice'))
);
--> statement-breakpoint
ALTER TABLE "company_fields" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "company_field_values" ADD CONSTRAINT "company_field_values_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_field_values" ADD CONSTRAINT "company_field_values_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_field_values" ADD CONSTRAINT "company_field_values_center_id_field_id_company_fields_center_id_id_fk" FOREIGN KEY ("center_id","field_id") REFERENCES "public"."company_fields"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_fields" ADD CONSTRAINT "company_fields_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "company_field_values_text" ON "company_field_values" USING btree ("center_id","field_id","text_value","company_id");--> statement-breakpoint
CREATE INDEX "company_field_values_number" ON "company_field_values" USING btree ("center_id","field_id","number_value","company_id");--> statement-breakpoint
CREATE INDEX "company_field_values_date" ON "company_field_values" USING btree ("center_id","field_id","date_value","company_id");--> statement-breakpoint
CREATE POLICY "owner_all" ON "company_field_values" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "company_field_values" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job', 'auditor')));--> statement-breakpoint
CREATE POLICY "app_insert" ON "company_field_values" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "app_update" ON "company_field_values" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job'))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "app_delete" ON "company_field_values" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "owner_all" ON "company_fields" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "company_fields" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job', 'auditor', 'administrator')));--> statement-breakpoint
CREATE POLICY "app_insert" ON "company_fields" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job', 'administrator')));--> statement-breakpoint
CREATE POLICY "app_update" ON "company_fields" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job', 'administrator'))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job', 'administrator')));--> statement-breakpoint
CREATE POLICY "app_delete" ON "company_fields" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job', 'administrator')));