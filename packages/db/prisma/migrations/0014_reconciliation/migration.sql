-- What the review of money finds, and what became of it.
CREATE TABLE "reconciliation_run" (
    "id" TEXT NOT NULL,
    "trigger" TEXT NOT NULL,
    "asked_by" TEXT,
    "status" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "found" INTEGER NOT NULL DEFAULT 0,
    "opened" INTEGER NOT NULL DEFAULT 0,
    "closed" INTEGER NOT NULL DEFAULT 0,
    "not_compared" TEXT,

    CONSTRAINT "reconciliation_run_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "reconciliation_difference" (
    "id" TEXT NOT NULL,
    "area" TEXT NOT NULL,
    "invariant" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "order_id" TEXT,
    "state" TEXT NOT NULL DEFAULT 'OPEN',
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "first_run_id" TEXT NOT NULL,
    "last_run_id" TEXT NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" TEXT,
    "reason" TEXT,

    CONSTRAINT "reconciliation_difference_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "reconciliation_run_started_at_id_idx" ON "reconciliation_run"("started_at" DESC, "id" DESC);
CREATE UNIQUE INDEX "reconciliation_difference_invariant_subject_key" ON "reconciliation_difference"("invariant", "subject");
CREATE INDEX "reconciliation_difference_state_last_seen_at_id_idx" ON "reconciliation_difference"("state", "last_seen_at" DESC, "id" DESC);

alter table reconciliation_run add constraint reconciliation_run_status check (status in ('RUNNING', 'DONE', 'FAILED'));
alter table reconciliation_run add constraint reconciliation_run_trigger check (trigger in ('daily', 'asked'));
alter table reconciliation_run add constraint reconciliation_run_asked check ((trigger = 'asked') = (asked_by is not null));
alter table reconciliation_run add constraint reconciliation_run_ended check ((status = 'RUNNING') = (ended_at is null));
-- Two looks at once would close what the other has just found.
create unique index reconciliation_one_running on reconciliation_run (status) where status = 'RUNNING';

alter table reconciliation_difference
  add constraint reconciliation_difference_state check (state in ('OPEN', 'GONE', 'REPAIRED', 'ACCEPTED')),
  add constraint reconciliation_difference_closed check ((state = 'OPEN') = (closed_at is null)),
  add constraint reconciliation_difference_by check ((closed_by is not null) = (state in ('REPAIRED', 'ACCEPTED'))),
  add constraint reconciliation_difference_reason check (state <> 'ACCEPTED' or reason is not null);

-- What failed by the same cause is one group: the code is read out of the detail where the outside, or the shop, gave one.
ALTER TABLE "incident" ADD COLUMN     "code" TEXT NOT NULL DEFAULT '';

create function incident_code(detail text) returns text language sql immutable as $$
  select coalesce(
    substring(detail from '"(?:gatewayCode|carrierCode)":\s*"([A-Za-z0-9_.-]{1,60})"'),
    substring(detail from '"reason":\s*"([A-Za-z0-9_.-]{1,60})"'),
    substring(detail from ': (unknown|retryable), '),
    '')
$$;
create function incident_names_its_code() returns trigger language plpgsql as $$
begin
  new.code := incident_code(new.detail);
  return new;
end $$;
create trigger incident_names_its_code before insert or update of detail on incident
  for each row execute function incident_names_its_code();
update incident set code = incident_code(detail);

create index incident_open_cause on incident (kind, step_id, code, opened_at) where resolved_at is null;
create index incident_all_closed on incident (opened_at, id) where resolved_at is not null;
-- Who did what with one incident.
create index audit_entry_incident on audit_entry (subject, at) where action like 'incident.%';
