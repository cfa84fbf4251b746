-- What arrived at a mailbox. One mail per Message-ID, as mailboxes that know their trade keep it; repeats are counted.
create table mail (
  id bigint generated always as identity primary key,
  message_id text not null unique,
  sender text not null,
  recipients text[] not null,
  subject text not null,
  html text,
  text text,
  headers jsonb not null,
  received int not null default 1,
  created_at timestamptz not null default now()
);

create table sms (
  id bigint generated always as identity primary key,
  sid text not null unique,
  token text unique,
  fingerprint text not null,
  answer text not null,
  sender text not null,
  recipient text not null,
  body text not null,
  created_at timestamptz not null default now()
);
create index sms_recipient on sms (recipient, id);

-- A browser's subscription. Its private key is here, because the sandbox plays the browser too.
create table push_subscription (
  id text primary key,
  endpoint text not null,
  public_key text not null,
  private_key text not null,
  auth text not null,
  application_server_key text,
  gone_at timestamptz,
  created_at timestamptz not null default now()
);

-- A message with a topic takes the place of one that waits under the same topic; here it is counted, not kept twice.
create table push_message (
  id bigint generated always as identity primary key,
  subscription_id text not null references push_subscription on delete cascade,
  topic text,
  payload text not null,
  ttl int not null,
  urgency text not null,
  received int not null default 1,
  created_at timestamptz not null default now(),
  unique (subscription_id, topic)
);

create table data_record (
  id text primary key,
  name text not null,
  at timestamptz not null,
  data jsonb not null,
  order_id text generated always as (data ->> 'orderId') stored,
  received int not null default 1,
  created_at timestamptz not null default now()
);
create index data_record_order on data_record (order_id) where order_id is not null;
create index data_record_age on data_record (created_at);
