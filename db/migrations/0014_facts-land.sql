CREATE TABLE "collection_answers" (
	"center_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"form" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"draft" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"answered_at" timestamp with time zone,
	"answered_by" uuid,
	"reminded_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "collection_answers_center_id_round_id_company_id_pk" PRIMARY KEY("center_id","round_id","company_id"),
	CONSTRAINT "collection_answers_state" CHECK ("collection_answers"."state" in ('waiting', 'draft', 'answered'))
);
--> statement-breakpoint
ALTER TABLE "collection_answers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "collection_rounds" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"year" integer NOT NULL,
	"due_on" date NOT NULL,
	"keys" text[] NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"closed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "collection_rounds_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "collection_rounds_year" UNIQUE("center_id","year"),
	CONSTRAINT "collection_rounds_years" CHECK ("collection_rounds"."year" between 1990 and 2100)
);
--> statement-breakpoint
ALTER TABLE "collection_rounds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "collection_answers" ADD CONSTRAINT "collection_answers_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_answers" ADD CONSTRAINT "collection_answers_center_id_round_id_collection_rounds_center_id_id_fk" FOREIGN KEY ("center_id","round_id") REFERENCES "public"."collection_rounds"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_answers" ADD CONSTRAINT "collection_answers_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_rounds" ADD CONSTRAINT "collection_rounds_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "collection_answers_state" ON "collection_answers" USING btree ("center_id","round_id","state","company_id");--> statement-breakpoint
CREATE INDEX "collection_answers_company" ON "collection_answers" USING btree ("center_id","company_id","round_id");--> statement-breakpoint
CREATE INDEX "collection_answers_answered" ON "collection_answers" USING btree ("center_id","answered_at");--> statement-breakpoint
CREATE POLICY "owner_all" ON "collection_answers" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "collection_answers" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "collection_answers" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "collection_answers" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "collection_answers" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'company' then (company_id = app_company()) else false end));--> statement-breakpoint
CREATE POLICY "owner_all" ON "collection_rounds" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "collection_rounds" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true when 'auditor' then true when 'company' then true else false end));--> statement-breakpoint
CREATE POLICY "app_insert" ON "collection_rounds" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_update" ON "collection_rounds" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end)) WITH CHECK (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));--> statement-breakpoint
CREATE POLICY "app_delete" ON "collection_rounds" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (case app_scope() when 'staff' then true when 'job' then true else false end));