-- When an officer is away, and who stands in for them.
create table absence (
    id          uuid        primary key,
    absent      varchar(40) not null references account (username),
    substitute  varchar(40) references account (username),
    first_day   date        not null,
    last_day    date        not null,
    lends       boolean     not null,
    declared_by varchar(40) not null,
    declared_at timestamptz not null,
    ended_by    varchar(40),
    ended_at    timestamptz,
    -- when the tasks changed hands at the beginning, and came back at the end
    handed_at   timestamptz,
    returned_at timestamptz,
    check (last_day >= first_day),
    check (substitute is null or substitute <> absent)
);

-- the user tasks for which it holds; no row: all of them
create table absence_step (
    absence uuid         not null references absence on delete cascade,
    step    varchar(100) not null,
    primary key (absence, step)
);

create index absence_absent on absence (absent, last_day);
create index absence_substitute on absence (substitute, last_day);
create index absence_open on absence (first_day) where returned_at is null;

alter table dossier_event add column on_behalf_of varchar(40);
alter table dossier_event add column on_behalf_name varchar(120);
alter table dossier_step add column left_for varchar(40);
