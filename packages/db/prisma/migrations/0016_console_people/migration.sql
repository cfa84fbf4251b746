-- AlterTable
ALTER TABLE "session" ADD COLUMN     "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "user" ADD COLUMN     "two_factor_enabled" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "two_factor" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "backup_codes" TEXT NOT NULL,
    "verified" BOOLEAN NOT NULL DEFAULT true,
    "failed_verification_count" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),
    "last_used_step" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "two_factor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "operator_invitation" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "invited_by" TEXT NOT NULL,
    "invited_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "accepted_by" TEXT,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "operator_invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "approval" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "user_id" TEXT,
    "order_id" TEXT,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "input" JSONB NOT NULL DEFAULT '{}',
    "state" TEXT NOT NULL DEFAULT 'WAITING',
    "requested_by" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decision_reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_note" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customer_note_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "two_factor_user_id_key" ON "two_factor"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "operator_invitation_token_hash_key" ON "operator_invitation"("token_hash");

-- CreateIndex
CREATE INDEX "approval_state_requested_at_id_idx" ON "approval"("state", "requested_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "approval_user_id_idx" ON "approval"("user_id");

-- CreateIndex
CREATE INDEX "approval_order_id_idx" ON "approval"("order_id");

-- CreateIndex
CREATE INDEX "customer_note_user_id_at_idx" ON "customer_note"("user_id", "at" DESC);

-- CreateIndex
CREATE INDEX "user_created_at_id_idx" ON "user"("created_at" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "two_factor" ADD CONSTRAINT "two_factor_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_note" ADD CONSTRAINT "customer_note_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What follows Prisma's schema language cannot say.

-- People are found by how their name, e-mail or number begins, whatever the database's locale is.
create index user_name_begins on "user" (lower(name) text_pattern_ops);
create index user_email_begins on "user" (lower(email) text_pattern_ops);
create index address_phone_begins on address ((regexp_replace(phone, '\D', '', 'g')) text_pattern_ops);
create index order_guest_email_begins on "order" (lower(email) text_pattern_ops) where user_id is null;
create index user_operators on "user" (role) where role <> 'shopper';

-- One invitation at a time for an address.
create unique index operator_invitation_open on operator_invitation (lower(email))
  where accepted_at is null and revoked_at is null;
alter table operator_invitation add constraint operator_invitation_role
  check (role in ('support', 'finance', 'operations', 'admin'));

create trigger note_of_a_living_account before insert on customer_note
  for each row execute function refuse_removed_account();
create trigger customer_note_is_append_only before update or delete on customer_note
  for each row execute function refuse_change();

-- Nobody decides what they asked for themselves, and what was decided stays decided.
alter table approval
  add constraint approval_kind check (kind in ('wallet-adjustment', 'refund')),
  add constraint approval_subject check (user_id is not null or order_id is not null),
  add constraint approval_amount check (amount_minor <> 0),
  add constraint approval_state check (state in ('WAITING', 'APPLIED', 'REFUSED', 'WITHDRAWN', 'EXPIRED')),
  add constraint approval_decision check ((state = 'WAITING') = (decided_at is null)),
  add constraint approval_by_another check (state not in ('APPLIED', 'REFUSED')
    or (decided_by is not null and decided_by <> requested_by));

create function guard_approval() returns trigger language plpgsql as $$
begin
  if old.state <> 'WAITING' then
    raise exception 'the request % is % already', old.id, old.state using errcode = '23514';
  end if;
  if (new.id, new.kind, new.user_id, new.order_id, new.amount_minor, new.currency, new.reason, new.input, new.requested_by,
      new.requested_at) is distinct from (old.id, old.kind, old.user_id, old.order_id, old.amount_minor, old.currency,
      old.reason, old.input, old.requested_by, old.requested_at) then
    raise exception 'what was asked for in % cannot be changed', old.id using errcode = '23514';
  end if;
  return new;
end $$;
create trigger approval_is_decided_once before update on approval for each row execute function guard_approval();
create trigger approval_stays before delete on approval for each row execute function refuse_change();

-- An id like those that the application makes, for entries that the database itself writes.
create function new_audit_id() returns text language plpgsql volatile as $$
declare
  alphabet constant text := '0123456789abcdefghjkmnpqrstvwxyz';
  rest bigint := floor(extract(epoch from clock_timestamp()) * 1000);
  bytes bytea := uuid_send(gen_random_uuid());
  made text := '';
begin
  for i in 1..10 loop
    made := substr(alphabet, (rest % 32)::int + 1, 1) || made;
    rest := rest / 32;
  end loop;
  for i in 0..15 loop
    made := made || substr(alphabet, get_byte(bytes, i) % 32 + 1, 1);
  end loop;
  return 'aud_' || made;
end $$;

-- A second factor never changes without an entry, whoever changes it: sign-in's own code writes in transactions of its own.
-- Who did it and why are settings of the transaction where it was not the person itself.
create function audit_second_factor(user_id text, action text, details jsonb) returns void language sql as $$
  insert into audit_entry (id, actor_kind, actor_id, action, subject, reason, details)
  values (new_audit_id(), 'operator', coalesce(nullif(current_setting('makegood.actor', true), ''), user_id), action, user_id,
    coalesce(current_setting('makegood.reason', true), ''), details)
$$;

-- Nobody goes on in a session that began under other terms: who switches it goes on in a new one.
create function audit_second_factor_switch() returns trigger language plpgsql as $$
begin
  delete from session where user_id = new.id;
  perform audit_second_factor(new.id, case when new.two_factor_enabled then 'second-factor.on' else 'second-factor.off' end, '{}');
  return null;
end $$;
create trigger second_factor_switch after update of two_factor_enabled on "user"
  for each row when (old.two_factor_enabled is distinct from new.two_factor_enabled)
  execute function audit_second_factor_switch();

create function audit_recovery_codes() returns trigger language plpgsql as $$
declare
  before int := split_part(old.backup_codes, ':', 1)::int;
  after int := split_part(new.backup_codes, ':', 1)::int;
begin
  perform audit_second_factor(new.user_id,
    case when after = before - 1 then 'second-factor.recovery-code-used' else 'second-factor.recovery-codes-renewed' end,
    jsonb_build_object('left', after));
  return null;
end $$;
create trigger recovery_codes after update of backup_codes on two_factor
  for each row when (old.backup_codes is distinct from new.backup_codes and old.verified and new.verified)
  execute function audit_recovery_codes();
