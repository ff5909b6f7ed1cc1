create table marking_phase (
    session        uuid         primary key references jury_session,
    phase          varchar(20)  not null,
    closes_at      timestamptz  not null,
    opened_by      varchar(200) not null,
    opened_at      timestamptz  not null,
    revealed_by    varchar(200),
    revealed_at    timestamptz,
    deliberated_by varchar(200),
    deliberated_at timestamptz
);

create table marking_sheet (
    id         uuid         primary key,
    session    uuid         not null references jury_session,
    dossier    varchar(40)  not null,
    juror      varchar(100) not null,
    state      varchar(20)  not null,
    changed_at timestamptz  not null,
    unique (session, dossier, juror)
);

create table marking_mark (
    sheet          uuid        not null references marking_sheet,
    indicator      varchar(20) not null,
    mark           smallint    check (mark >= 0),
    not_applicable boolean     not null,
    comment        text        not null,
    version        integer     not null,
    primary key (sheet, indicator),
    check (mark is null or not not_applicable)
);

-- What the jury retained where it said so; its history is in marking_change.
create table marking_deliberation (
    session uuid          not null references jury_session,
    dossier varchar(40)   not null,
    score   numeric(5, 2) not null check (score between 0 and 100),
    reason  text          not null,
    by_name varchar(200)  not null,
    at      timestamptz   not null,
    primary key (session, dossier)
);

-- Who said what when. Only ever appended; read once the marks are revealed.
create table marking_change (
    id      bigint       generated always as identity primary key,
    session uuid         not null references jury_session,
    dossier varchar(40)  not null,
    juror   varchar(100),
    subject varchar(20)  not null,
    before  text         not null,
    after   text         not null,
    by_name varchar(200) not null,
    at      timestamptz  not null
);
create index marking_change_dossier on marking_change (session, dossier, id);

create function marking_change_is_kept() returns trigger language plpgsql as $$
begin
    raise exception 'marking_change is only ever appended';
end $$;
create trigger marking_change_is_kept before update or delete on marking_change
    for each row execute function marking_change_is_kept();
