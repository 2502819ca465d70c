CREATE TABLE "approval_absences" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"stand_in_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date NOT NULL,
	"cancelled" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "approval_absences_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "approval_absences_order" CHECK ("approval_absences"."until_on" >= "approval_absences"."from_on" and "approval_absences"."stand_in_id" <> "approval_absences"."membership_id")
);
--> statement-breakpoint
ALTER TABLE "approval_absences" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "approval_lanes" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"company_id" uuid,
	"stage" integer NOT NULL,
	"position" integer NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"party" text NOT NULL,
	"department_id" uuid,
	"role" text,
	"decides" text DEFAULT 'anyone' NOT NULL,
	"days" integer NOT NULL,
	"checklist" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"state" text NOT NULL,
	"owner_id" uuid,
	"first_owner_id" uuid,
	"from_on" date,
	"due_on" date,
	"next_due_on" date,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"used_days" integer,
	"stopped_days" integer,
	CONSTRAINT "approval_lanes_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "approval_lanes_place" UNIQUE("center_id","round_id","stage","position"),
	CONSTRAINT "approval_lanes_state" CHECK ("approval_lanes"."state" in ('waiting', 'open', 'stopped', 'agreed', 'disagreed', 'cancelled')),
	CONSTRAINT "approval_lanes_party" CHECK (("approval_lanes"."party" = 'department') = ("approval_lanes"."department_id" is not null) and ("approval_lanes"."party" = 'role') = ("approval_lanes"."role" is not null)),
	CONSTRAINT "approval_lanes_days" CHECK ("approval_lanes"."days" between 1 and 250)
);
--> statement-breakpoint
ALTER TABLE "approval_lanes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "approval_opinions" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"lane_id" uuid NOT NULL,
	"company_id" uuid,
	"kind" text NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"ticked" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"membership_id" uuid NOT NULL,
	"instead_of" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "approval_opinions_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "approval_opinions_kind" CHECK ("approval_opinions"."kind" in ('agree', 'disagree', 'return'))
);
--> statement-breakpoint
ALTER TABLE "approval_opinions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "approval_rounds" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"company_id" uuid,
	"state" text NOT NULL,
	"from_on" date NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "approval_rounds_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "approval_rounds_state" CHECK ("approval_rounds"."state" in ('open', 'agreed', 'disagreed', 'cancelled'))
);
--> statement-breakpoint
ALTER TABLE "approval_rounds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "approval_stages" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"company_id" uuid,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"started_on" date,
	"ended_at" timestamp with time zone,
	CONSTRAINT "approval_stages_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "approval_stages_position" UNIQUE("center_id","round_id","position")
);
--> statement-breakpoint
ALTER TABLE "approval_stages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "approval_stops" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"lane_id" uuid NOT NULL,
	"company_id" uuid,
	"kind" text NOT NULL,
	"party" text DEFAULT '' NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	"started_by" uuid,
	"ended_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "approval_stops_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "approval_stops_kind" CHECK ("approval_stops"."kind" in ('company', 'outside', 'pause')),
	CONSTRAINT "approval_stops_said" CHECK (("approval_stops"."kind" <> 'outside' or "approval_stops"."party" <> '') and ("approval_stops"."kind" <> 'pause' or "approval_stops"."reason" <> '')),
	CONSTRAINT "approval_stops_order" CHECK ("approval_stops"."to_on" is null or "approval_stops"."to_on" >= "approval_stops"."from_on")
);
--> statement-breakpoint
ALTER TABLE "approval_stops" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "request_codes" (
	"center_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"spoken" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "request_codes_center_id_request_id_pk" PRIMARY KEY("center_id","request_id")
);
--> statement-breakpoint
ALTER TABLE "request_codes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "request_confirmations" (
	"center_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"typed_by" uuid NOT NULL,
	"typed_at" timestamp with time zone NOT NULL,
	"typed" jsonb NOT NULL,
	"method" text,
	"confirmed_by" uuid,
	"confirmed_at" timestamp with time zone,
	"letter_file_id" uuid,
	CONSTRAINT "request_confirmations_center_id_request_id_pk" PRIMARY KEY("center_id","request_id"),
	CONSTRAINT "request_confirmations_method" CHECK (("request_confirmations"."method" is null) = ("request_confirmations"."confirmed_at" is null) and ("request_confirmations"."method" <> 'letter' or "request_confirmations"."letter_file_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "request_confirmations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "request_materials" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"key" text NOT NULL,
	"position" integer NOT NULL,
	"reused_file_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "request_materials_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "request_materials_key" UNIQUE("center_id","request_id","key")
);
--> statement-breakpoint
ALTER TABLE "request_materials" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "request_repairs" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"company_id" uuid NOT NULL,
	"grade" integer NOT NULL,
	"owner_id" uuid,
	"opened_at" timestamp with time zone NOT NULL,
	"contact_due_on" date NOT NULL,
	"contacted_at" timestamp with time zone,
	"contacted_by" uuid,
	"contact_note" text,
	"days" integer DEFAULT 5 NOT NULL,
	"long_reason" text,
	"due_on" date NOT NULL,
	"repaired_at" timestamp with time zone,
	"repaired_by" uuid,
	"repair_note" text,
	"in_time" boolean,
	"second_grade" integer,
	CONSTRAINT "request_repairs_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "request_repairs_round" UNIQUE("center_id","request_id","round"),
	CONSTRAINT "request_repairs_days" CHECK ("request_repairs"."days" = 5 or ("request_repairs"."days" = 15 and "request_repairs"."long_reason" is not null))
);
--> statement-breakpoint
ALTER TABLE "request_repairs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "request_rounds" (
	"center_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"company_id" uuid NOT NULL,
	"state" text NOT NULL,
	"due_on" date,
	"completed_at" timestamp with time zone,
	"outcome" text,
	"result" text,
	"result_document_id" uuid,
	"refuse_reason" text,
	"used_days" integer,
	"waited_days" integer,
	"grade" integer,
	"reason" text NOT NULL,
	"reopened_by" uuid NOT NULL,
	"reopened_at" timestamp with time zone NOT NULL,
	CONSTRAINT "request_rounds_center_id_request_id_round_pk" PRIMARY KEY("center_id","request_id","round")
);
--> statement-breakpoint
ALTER TABLE "request_rounds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "request_supervisions" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"until_on" date NOT NULL,
	"reason" text NOT NULL,
	"placed_by" uuid NOT NULL,
	"placed_at" timestamp with time zone NOT NULL,
	"note" text,
	"lifted_by" uuid,
	"lifted_at" timestamp with time zone,
	CONSTRAINT "request_supervisions_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "request_supervisions_note" CHECK (("request_supervisions"."lifted_at" is null) = ("request_supervisions"."note" is null))
);
--> statement-breakpoint
ALTER TABLE "request_supervisions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "request_urges" (
	"center_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"urged_on" date NOT NULL,
	"company_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"urged_at" timestamp with time zone NOT NULL,
	CONSTRAINT "request_urges_center_id_request_id_urged_on_pk" PRIMARY KEY("center_id","request_id","urged_on")
);
--> statement-breakpoint
ALTER TABLE "request_urges" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "service_item_versions" (
	"center_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"effective_from" date,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"description_en" text DEFAULT '' NOT NULL,
	"basis" text DEFAULT '' NOT NULL,
	"basis_en" text DEFAULT '' NOT NULL,
	"situations" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"filers" jsonb DEFAULT '["incubating"]'::jsonb NOT NULL,
	"materials" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"fields" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"asks_body" boolean DEFAULT true NOT NULL,
	"acceptance_days" integer DEFAULT 1 NOT NULL,
	"promised_days" integer NOT NULL,
	"stages" jsonb NOT NULL,
	"result_title" text DEFAULT '' NOT NULL,
	"result_text" text DEFAULT '' NOT NULL,
	"channels" jsonb DEFAULT '["portal","window","phone","visit"]'::jsonb NOT NULL,
	"published_at" timestamp with time zone,
	"published_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "service_item_versions_center_id_id_pk" PRIMARY KEY("center_id","id"),
	CONSTRAINT "service_item_versions_number" UNIQUE("center_id","item_id","number"),
	CONSTRAINT "service_item_versions_state" CHECK ("service_item_versions"."state" in ('draft', 'published') and ("service_item_versions"."state" = 'draft' or "service_item_versions"."effective_from" is not null)),
	CONSTRAINT "service_item_versions_days" CHECK ("service_item_versions"."acceptance_days" between 1 and 5 and "service_item_versions"."promised_days" between 1 and 250)
);
--> statement-breakpoint
ALTER TABLE "service_item_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "request_ratings" DROP CONSTRAINT "request_ratings_grade";--> statement-breakpoint
ALTER TABLE "requests" DROP CONSTRAINT "requests_state";--> statement-breakpoint
ALTER TABLE "requests" DROP CONSTRAINT "requests_promised";--> statement-breakpoint
ALTER TABLE "service_items" DROP CONSTRAINT "service_items_days";--> statement-breakpoint
ALTER TABLE "request_ratings" DROP CONSTRAINT "request_ratings_center_id_request_id_pk";--> statement-breakpoint
ALTER TABLE "request_ratings" ADD CONSTRAINT "request_ratings_center_id_request_id_rated_at_pk" PRIMARY KEY("center_id","request_id","rated_at");--> statement-breakpoint
ALTER TABLE "request_ratings" ADD COLUMN "round" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "request_ratings" ADD COLUMN "turn" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "request_ratings" ADD COLUMN "reasons" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "request_returns" ADD COLUMN "lane_id" uuid;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "version_id" uuid NOT NULL;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "round" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "channel" text DEFAULT 'portal' NOT NULL;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "spot" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "declared_by" uuid;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "declared_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "warn_on" date;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "warned" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "lane_waits" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "refused_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "refuse_reason" text;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "decided_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "outcome" text;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "delivery" text;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "used_days" integer;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "waited_days" integer;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "repair" text;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "supervised_until" date;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "duplicate_of" uuid;--> statement-breakpoint
ALTER TABLE "approval_absences" ADD CONSTRAINT "approval_absences_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_absences" ADD CONSTRAINT "approval_absences_center_id_membership_id_memberships_center_id_id_fk" FOREIGN KEY ("center_id","membership_id") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_absences" ADD CONSTRAINT "approval_absences_center_id_stand_in_id_memberships_center_id_id_fk" FOREIGN KEY ("center_id","stand_in_id") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_lanes" ADD CONSTRAINT "approval_lanes_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_lanes" ADD CONSTRAINT "approval_lanes_center_id_round_id_approval_rounds_center_id_id_fk" FOREIGN KEY ("center_id","round_id") REFERENCES "public"."approval_rounds"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_lanes" ADD CONSTRAINT "approval_lanes_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_lanes" ADD CONSTRAINT "approval_lanes_center_id_department_id_departments_center_id_id_fk" FOREIGN KEY ("center_id","department_id") REFERENCES "public"."departments"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_lanes" ADD CONSTRAINT "approval_lanes_center_id_owner_id_memberships_center_id_id_fk" FOREIGN KEY ("center_id","owner_id") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_lanes" ADD CONSTRAINT "approval_lanes_center_id_first_owner_id_memberships_center_id_id_fk" FOREIGN KEY ("center_id","first_owner_id") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_lanes" ADD CONSTRAINT "approval_lanes_center_id_decided_by_memberships_center_id_id_fk" FOREIGN KEY ("center_id","decided_by") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_opinions" ADD CONSTRAINT "approval_opinions_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_opinions" ADD CONSTRAINT "approval_opinions_center_id_lane_id_approval_lanes_center_id_id_fk" FOREIGN KEY ("center_id","lane_id") REFERENCES "public"."approval_lanes"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_opinions" ADD CONSTRAINT "approval_opinions_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_opinions" ADD CONSTRAINT "approval_opinions_center_id_membership_id_memberships_center_id_id_fk" FOREIGN KEY ("center_id","membership_id") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_opinions" ADD CONSTRAINT "approval_opinions_center_id_instead_of_memberships_center_id_id_fk" FOREIGN KEY ("center_id","instead_of") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_rounds" ADD CONSTRAINT "approval_rounds_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_rounds" ADD CONSTRAINT "approval_rounds_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_stages" ADD CONSTRAINT "approval_stages_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_stages" ADD CONSTRAINT "approval_stages_center_id_round_id_approval_rounds_center_id_id_fk" FOREIGN KEY ("center_id","round_id") REFERENCES "public"."approval_rounds"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_stages" ADD CONSTRAINT "approval_stages_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_stops" ADD CONSTRAINT "approval_stops_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_stops" ADD CONSTRAINT "approval_stops_center_id_lane_id_approval_lanes_center_id_id_fk" FOREIGN KEY ("center_id","lane_id") REFERENCES "public"."approval_lanes"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_stops" ADD CONSTRAINT "approval_stops_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_codes" ADD CONSTRAINT "request_codes_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_codes" ADD CONSTRAINT "request_codes_center_id_request_id_requests_center_id_id_fk" FOREIGN KEY ("center_id","request_id") REFERENCES "public"."requests"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_codes" ADD CONSTRAINT "request_codes_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_confirmations" ADD CONSTRAINT "request_confirmations_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_confirmations" ADD CONSTRAINT "request_confirmations_center_id_request_id_requests_center_id_id_fk" FOREIGN KEY ("center_id","request_id") REFERENCES "public"."requests"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_confirmations" ADD CONSTRAINT "request_confirmations_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_confirmations" ADD CONSTRAINT "request_confirmations_center_id_typed_by_memberships_center_id_id_fk" FOREIGN KEY ("center_id","typed_by") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_confirmations" ADD CONSTRAINT "request_confirmations_center_id_confirmed_by_memberships_center_id_id_fk" FOREIGN KEY ("center_id","confirmed_by") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_confirmations" ADD CONSTRAINT "request_confirmations_center_id_letter_file_id_files_center_id_id_fk" FOREIGN KEY ("center_id","letter_file_id") REFERENCES "public"."files"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_materials" ADD CONSTRAINT "request_materials_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_materials" ADD CONSTRAINT "request_materials_center_id_request_id_requests_center_id_id_fk" FOREIGN KEY ("center_id","request_id") REFERENCES "public"."requests"("center_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_materials" ADD CONSTRAINT "request_materials_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_materials" ADD CONSTRAINT "request_materials_center_id_reused_file_id_files_center_id_id_fk" FOREIGN KEY ("center_id","reused_file_id") REFERENCES "public"."files"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_repairs" ADD CONSTRAINT "request_repairs_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_repairs" ADD CONSTRAINT "request_repairs_center_id_request_id_requests_center_id_id_fk" FOREIGN KEY ("center_id","request_id") REFERENCES "public"."requests"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_repairs" ADD CONSTRAINT "request_repairs_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_repairs" ADD CONSTRAINT "request_repairs_center_id_owner_id_memberships_center_id_id_fk" FOREIGN KEY ("center_id","owner_id") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_repairs" ADD CONSTRAINT "request_repairs_center_id_contacted_by_memberships_center_id_id_fk" FOREIGN KEY ("center_id","contacted_by") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_repairs" ADD CONSTRAINT "request_repairs_center_id_repaired_by_memberships_center_id_id_fk" FOREIGN KEY ("center_id","repaired_by") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_rounds" ADD CONSTRAINT "request_rounds_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_rounds" ADD CONSTRAINT "request_rounds_center_id_request_id_requests_center_id_id_fk" FOREIGN KEY ("center_id","request_id") REFERENCES "public"."requests"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_rounds" ADD CONSTRAINT "request_rounds_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_rounds" ADD CONSTRAINT "request_rounds_center_id_result_document_id_documents_center_id_id_fk" FOREIGN KEY ("center_id","result_document_id") REFERENCES "public"."documents"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_rounds" ADD CONSTRAINT "request_rounds_center_id_reopened_by_memberships_center_id_id_fk" FOREIGN KEY ("center_id","reopened_by") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_supervisions" ADD CONSTRAINT "request_supervisions_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_supervisions" ADD CONSTRAINT "request_supervisions_center_id_request_id_requests_center_id_id_fk" FOREIGN KEY ("center_id","request_id") REFERENCES "public"."requests"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_supervisions" ADD CONSTRAINT "request_supervisions_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_supervisions" ADD CONSTRAINT "request_supervisions_center_id_placed_by_memberships_center_id_id_fk" FOREIGN KEY ("center_id","placed_by") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_supervisions" ADD CONSTRAINT "request_supervisions_center_id_lifted_by_memberships_center_id_id_fk" FOREIGN KEY ("center_id","lifted_by") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_urges" ADD CONSTRAINT "request_urges_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_urges" ADD CONSTRAINT "request_urges_center_id_request_id_requests_center_id_id_fk" FOREIGN KEY ("center_id","request_id") REFERENCES "public"."requests"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_urges" ADD CONSTRAINT "request_urges_center_id_company_id_companies_center_id_id_fk" FOREIGN KEY ("center_id","company_id") REFERENCES "public"."companies"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_urges" ADD CONSTRAINT "request_urges_center_id_membership_id_memberships_center_id_id_fk" FOREIGN KEY ("center_id","membership_id") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_item_versions" ADD CONSTRAINT "service_item_versions_center_id_centers_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."centers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_item_versions" ADD CONSTRAINT "service_item_versions_center_id_item_id_service_items_center_id_id_fk" FOREIGN KEY ("center_id","item_id") REFERENCES "public"."service_items"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "approval_absences_stand_in" ON "approval_absences" USING btree ("center_id","stand_in_id","until_on");--> statement-breakpoint
CREATE INDEX "approval_absences_member" ON "approval_absences" USING btree ("center_id","membership_id","until_on");--> statement-breakpoint
CREATE INDEX "approval_lanes_subject" ON "approval_lanes" USING btree ("center_id","subject_type","subject_id","id");--> statement-breakpoint
CREATE INDEX "approval_lanes_due" ON "approval_lanes" USING btree ("center_id","state","next_due_on","id","company_id");--> statement-breakpoint
CREATE INDEX "approval_lanes_department" ON "approval_lanes" USING btree ("center_id","department_id","state","next_due_on","id","company_id");--> statement-breakpoint
CREATE INDEX "approval_lanes_owner" ON "approval_lanes" USING btree ("center_id","owner_id","state","next_due_on","id","company_id");--> statement-breakpoint
CREATE INDEX "approval_lanes_decided" ON "approval_lanes" USING btree ("center_id","decided_at","id","company_id");--> statement-breakpoint
CREATE INDEX "approval_opinions_lane" ON "approval_opinions" USING btree ("center_id","lane_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "approval_rounds_open" ON "approval_rounds" USING btree ("center_id","subject_type","subject_id") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "approval_rounds_subject" ON "approval_rounds" USING btree ("center_id","subject_type","subject_id","id");--> statement-breakpoint
CREATE INDEX "approval_stops_lane" ON "approval_stops" USING btree ("center_id","lane_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "approval_stops_open" ON "approval_stops" USING btree ("center_id","lane_id") WHERE to_on is null;--> statement-breakpoint
CREATE INDEX "request_materials_company" ON "request_materials" USING btree ("center_id","company_id","key","id");--> statement-breakpoint
CREATE INDEX "request_repairs_open" ON "request_repairs" USING btree ("center_id","repaired_at","due_on","id");--> statement-breakpoint
CREATE INDEX "request_repairs_opened" ON "request_repairs" USING btree ("center_id","opened_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "request_supervisions_open" ON "request_supervisions" USING btree ("center_id","request_id") WHERE lifted_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "service_item_versions_day" ON "service_item_versions" USING btree ("center_id","item_id","effective_from") WHERE state = 'published';--> statement-breakpoint
CREATE UNIQUE INDEX "service_item_versions_draft" ON "service_item_versions" USING btree ("center_id","item_id") WHERE state = 'draft';--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_center_id_version_id_service_item_versions_center_id_id_fk" FOREIGN KEY ("center_id","version_id") REFERENCES "public"."service_item_versions"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_center_id_declared_by_memberships_center_id_id_fk" FOREIGN KEY ("center_id","declared_by") REFERENCES "public"."memberships"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_center_id_duplicate_of_requests_center_id_id_fk" FOREIGN KEY ("center_id","duplicate_of") REFERENCES "public"."requests"("center_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "request_ratings_at" ON "request_ratings" USING btree ("center_id","rated_at","request_id","company_id");--> statement-breakpoint
CREATE INDEX "requests_spot" ON "requests" USING btree ("center_id","completed_at","id","state","company_id") WHERE spot;--> statement-breakpoint
CREATE INDEX "requests_warn" ON "requests" USING btree ("center_id","warn_on","id") WHERE warn_on is not null;--> statement-breakpoint
CREATE INDEX "requests_supervised" ON "requests" USING btree ("center_id","supervised_until","id","state","company_id") WHERE supervised_until is not null;--> statement-breakpoint
ALTER TABLE "service_items" DROP COLUMN "name";--> statement-breakpoint
ALTER TABLE "service_items" DROP COLUMN "name_en";--> statement-breakpoint
ALTER TABLE "service_items" DROP COLUMN "description";--> statement-breakpoint
ALTER TABLE "service_items" DROP COLUMN "description_en";--> statement-breakpoint
ALTER TABLE "service_items" DROP COLUMN "acceptance_days";--> statement-breakpoint
ALTER TABLE "service_items" DROP COLUMN "promised_days";--> statement-breakpoint
ALTER TABLE "service_items" DROP COLUMN "fields";--> statement-breakpoint
ALTER TABLE "service_items" DROP COLUMN "files_required";--> statement-breakpoint
ALTER TABLE "request_ratings" ADD CONSTRAINT "request_ratings_turn" UNIQUE("center_id","request_id","round","turn");--> statement-breakpoint
ALTER TABLE "request_ratings" ADD CONSTRAINT "request_ratings_grade" CHECK ("request_ratings"."grade" between 1 and 5 and "request_ratings"."turn" in (1, 2));--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_told" CHECK ("requests"."state" not in ('accepted', 'decided', 'completed') or "requests"."owner_id" is null or "requests"."first_owner_id" is not null);--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_state" CHECK ("requests"."state" in ('draft', 'confirming', 'submitted', 'accepted', 'returned', 'refused', 'decided', 'completed', 'withdrawn'));--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_promised" CHECK ("requests"."state" in ('draft', 'confirming') or ("requests"."acceptance_days" is not null and "requests"."promised_days" is not null and "requests"."submitted_at" is not null));--> statement-breakpoint
CREATE POLICY "owner_all" ON "approval_absences" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "approval_absences" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job', 'auditor', 'administrator')));--> statement-breakpoint
CREATE POLICY "app_insert" ON "approval_absences" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "app_update" ON "approval_absences" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job'))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "app_delete" ON "approval_absences" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "owner_all" ON "approval_lanes" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "approval_lanes" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job', 'auditor') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_insert" ON "approval_lanes" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_update" ON "approval_lanes" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company())))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_delete" ON "approval_lanes" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "owner_all" ON "approval_opinions" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "approval_opinions" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job', 'auditor')));--> statement-breakpoint
CREATE POLICY "app_insert" ON "approval_opinions" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "app_update" ON "approval_opinions" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job'))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "app_delete" ON "approval_opinions" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "owner_all" ON "approval_rounds" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "approval_rounds" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job', 'auditor') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_insert" ON "approval_rounds" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_update" ON "approval_rounds" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company())))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_delete" ON "approval_rounds" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "owner_all" ON "approval_stages" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "approval_stages" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job', 'auditor') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_insert" ON "approval_stages" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_update" ON "approval_stages" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company())))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_delete" ON "approval_stages" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "owner_all" ON "approval_stops" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "approval_stops" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job', 'auditor') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_insert" ON "approval_stops" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_update" ON "approval_stops" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company())))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_delete" ON "approval_stops" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "owner_all" ON "request_codes" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "request_codes" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and ((app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_insert" ON "request_codes" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "app_update" ON "request_codes" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job'))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "app_delete" ON "request_codes" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "owner_all" ON "request_confirmations" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "request_confirmations" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job', 'auditor') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_insert" ON "request_confirmations" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_update" ON "request_confirmations" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company())))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_delete" ON "request_confirmations" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "owner_all" ON "request_materials" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "request_materials" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job', 'auditor') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_insert" ON "request_materials" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_update" ON "request_materials" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company())))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_delete" ON "request_materials" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "owner_all" ON "request_repairs" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "request_repairs" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job', 'auditor') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_insert" ON "request_repairs" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_update" ON "request_repairs" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company())))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_delete" ON "request_repairs" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "owner_all" ON "request_rounds" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "request_rounds" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job', 'auditor') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_insert" ON "request_rounds" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_update" ON "request_rounds" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company())))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_delete" ON "request_rounds" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "owner_all" ON "request_supervisions" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "request_supervisions" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job', 'auditor')));--> statement-breakpoint
CREATE POLICY "app_insert" ON "request_supervisions" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "app_update" ON "request_supervisions" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job'))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "app_delete" ON "request_supervisions" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "owner_all" ON "request_urges" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "request_urges" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job', 'auditor') or (app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_insert" ON "request_urges" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and ((app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_update" ON "request_urges" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and ((app_scope() = 'company' and (company_id = app_company())))) WITH CHECK (center_id = app_center() and ((app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "app_delete" ON "request_urges" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and ((app_scope() = 'company' and (company_id = app_company()))));--> statement-breakpoint
CREATE POLICY "owner_all" ON "service_item_versions" AS PERMISSIVE FOR ALL TO current_user USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "app_read" ON "service_item_versions" AS PERMISSIVE FOR SELECT TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job', 'auditor', 'administrator') or (app_scope() = 'company' and (state = 'published')) or (app_scope() = 'mentor' and (state = 'published')) or (app_scope() = 'public' and (state = 'published'))));--> statement-breakpoint
CREATE POLICY "app_insert" ON "service_item_versions" AS PERMISSIVE FOR INSERT TO "dxe_app" WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "app_update" ON "service_item_versions" AS PERMISSIVE FOR UPDATE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job'))) WITH CHECK (center_id = app_center() and (app_scope() in ('staff', 'job')));--> statement-breakpoint
CREATE POLICY "app_delete" ON "service_item_versions" AS PERMISSIVE FOR DELETE TO "dxe_app" USING (center_id = app_center() and (app_scope() in ('staff', 'job')));