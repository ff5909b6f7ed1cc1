-- What a manager does to dossiers besides the tasks: suspended and resumed, brought to another step, one or many at once.
alter table dossier
    add column suspended_at timestamptz,
    add column fiche_extra_days integer not null default 0 check (fiche_extra_days >= 0),
    add column dossier_extra_days integer not null default 0 check (dossier_extra_days >= 0),
    add column step_extra_days integer not null default 0 check (step_extra_days >= 0);

-- standing: what was established of the dossier when the step began, so that it can be brought back to it.
-- paused: seconds during which the dossier was suspended; nobody's time.
alter table dossier_step add column standing jsonb, add column paused bigint not null default 0;

drop view dossier_time;
drop index dossier_step_lasted;
alter table dossier_step drop column seconds;
alter table dossier_step
    add column seconds bigint generated always as (extract(epoch from (left_at - entered_at))::bigint - paused) stored;
create index dossier_step_lasted on dossier_step (call, step, seconds) include (version, clock, overdue)
    where left_at is not null;
create view dossier_time as
select dossier,
       coalesce(sum(seconds) filter (where clock = 'PORTEUR'), 0)::bigint as porteur,
       coalesce(sum(seconds) filter (where clock = 'INTERCOMMUNALITE'), 0)::bigint as intercommunality,
       coalesce(sum(seconds) filter (where clock = 'REGION'), 0)::bigint as region,
       coalesce(sum(seconds) filter (where clock = 'JURY'), 0)::bigint as jury
from dossier_step group by dossier;

drop index dossier_figures;
create index dossier_figures on dossier (call)
    include (number, version, milestone, territory, sector, measure, holder_kind, jury, status, requested, granted, step, clock,
             due_at, due_order, waits_since, suspended_at, spent_porteur, spent_intercommunality, spent_region, spent_jury)
    where status <> 'BROUILLON';

-- A dossier that was decided again may be granted, and answered, again.
alter table grant_answer drop constraint grant_answer_pkey;
alter table grant_answer add column id bigint generated always as identity primary key;
create index grant_answer_dossier on grant_answer (dossier, id);

-- Many dossiers, one after the other, each in a transaction of its own.
create table batch (
    id         uuid primary key,
    action     varchar(20)  not null,
    step       varchar(100),
    until      date,
    version    integer,
    motive     text         not null,
    state      varchar(12)  not null check (state in ('EN_COURS', 'ARRETE', 'TERMINE')),
    created_by varchar(100) not null,
    created_at timestamptz  not null,
    ended_at   timestamptz
);
create index batch_recent on batch (created_at desc);
create index batch_running on batch (created_at) where state = 'EN_COURS';

create table batch_item (
    batch    uuid         not null references batch,
    position integer      not null,
    dossier  varchar(40)  not null,
    state    varchar(12)  not null default 'ATTEND' check (state in ('ATTEND', 'FAIT', 'REFUSE')),
    answer   text,
    done_at  timestamptz,
    primary key (batch, position),
    unique (batch, dossier)
);
create index batch_item_waiting on batch_item (batch, position) where state = 'ATTEND';
create index batch_item_refused on batch_item (batch, position) where state = 'REFUSE';

-- Who stopped a batch, and who let it go on.
create table batch_change (
    id     bigint generated always as identity primary key,
    batch  uuid         not null references batch,
    state  varchar(12)  not null,
    by     varchar(100) not null,
    at     timestamptz  not null
);
create index batch_change_batch on batch_change (batch, id);
