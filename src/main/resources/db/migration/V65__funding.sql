create table envelope (
    id        uuid           primary key,
    call      varchar(40)    not null,
    jury      varchar(20)    not null,
    credit    varchar(12)    not null check (credit in ('OPERATING', 'INVESTMENT')),
    amount    numeric(14, 2) not null check (amount >= 0),
    committed numeric(14, 2) not null default 0,
    unique (call, jury, credit),
    constraint envelope_is_never_overspent check (committed >= 0 and committed <= amount)
);

create table envelope_change (
    id         bigint generated always as identity primary key,
    envelope   uuid           not null references envelope,
    was        numeric(14, 2) not null,
    becomes    numeric(14, 2) not null,
    reason     varchar(4000)  not null,
    changed_by varchar(100)   not null,
    changed_at timestamptz    not null
);
create index envelope_change_envelope on envelope_change (envelope);

create table envelope_commitment (
    id             bigint generated always as identity primary key,
    envelope       uuid           not null references envelope,
    dossier        varchar(40)    not null,
    amount         numeric(14, 2) not null check (amount > 0),
    committed_at   timestamptz    not null,
    released_at    timestamptz,
    release_reason varchar(4000)
);
create unique index envelope_commitment_active on envelope_commitment (dossier, envelope) where released_at is null;
create index envelope_commitment_envelope on envelope_commitment (envelope);

create table funding_decision (
    id                  uuid           primary key,
    dossier             varchar(40)    not null,
    outcome             varchar(30)    not null,
    deliberation_number varchar(60)    not null,
    deliberation_date   date           not null,
    reason              varchar(4000),
    failing_rules       text           not null,
    operating           numeric(14, 2) not null,
    investment          numeric(14, 2) not null,
    reserve_until       date,
    decided_by          varchar(100)   not null,
    decided_by_name     varchar(200)   not null,
    decided_at          timestamptz    not null
);
create index funding_decision_dossier on funding_decision (dossier, decided_at);
