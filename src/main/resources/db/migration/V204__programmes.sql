-- Programmes: bundles of models that modellers change as versions, of which one is in service.
create table programme (
    code       varchar(40)  primary key check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
    name       varchar(200) not null,
    -- The name of its deployments in the engine.
    deployment varchar(100) not null unique,
    -- SHA-256 of the files that the program last brought for it.
    shipped    varchar(64),
    created_by varchar(100) not null,
    created_at timestamptz  not null
);

create table programme_version (
    id              uuid         primary key,
    programme       varchar(40)  not null references programme,
    number          integer      not null,
    state           varchar(12)  not null check (state in ('DRAFT', 'TESTED', 'PUBLISHED', 'RETIRED', 'DISCARDED')),
    origin          varchar(12)  not null check (origin in ('WORKSHOP', 'SHIPPED', 'IMPORTED', 'AGAIN')),
    basis           uuid         references programme_version,
    comment         text         not null default '',
    -- Counts the changes of its files; a file has the number of its last one.
    revision        integer      not null default 1,
    created_by      varchar(100) not null,
    created_at      timestamptz  not null,
    published_by    varchar(100),
    published_at    timestamptz,
    deployment      varchar(64),
    publish_at      timestamptz,
    publish_by      varchar(100),
    publish_failure text,
    unique (programme, number),
    check ((state in ('PUBLISHED', 'RETIRED')) = (published_at is not null))
);
create unique index programme_version_in_service on programme_version (programme) where state = 'PUBLISHED';
create index programme_version_due on programme_version (publish_at) where publish_at is not null;

create table programme_file (
    version    uuid         not null references programme_version,
    name       varchar(200) not null,
    content    bytea        not null,
    revision   integer      not null,
    changed_by varchar(100) not null,
    changed_at timestamptz  not null,
    primary key (version, name)
);

-- Who changed what of a version: none of them may approve it. told_at: when the journal last said so.
create table programme_change (
    version uuid         not null references programme_version,
    file    varchar(200) not null,
    author  varchar(100) not null,
    told_at timestamptz  not null,
    primary key (version, file, author)
);

-- Who edits a file at the moment.
create table programme_pen (
    version uuid         not null references programme_version,
    file    varchar(200) not null,
    holder  varchar(100) not null,
    until   timestamptz  not null,
    primary key (version, file)
);

create table programme_comment (
    id         uuid         primary key,
    version    uuid         not null references programme_version,
    file       varchar(200) not null,
    element    varchar(200),
    text       text         not null,
    written_by varchar(100) not null,
    written_at timestamptz  not null,
    done_by    varchar(100),
    done_at    timestamptz
);
create index programme_comment_version on programme_comment (version, written_at);

-- against: the version that was in service when approval was asked for.
create table programme_request (
    id         uuid         primary key,
    version    uuid         not null references programme_version,
    against    uuid         references programme_version,
    message    text         not null,
    asked_by   varchar(100) not null,
    asked_at   timestamptz  not null,
    state      varchar(12)  not null check (state in ('OPEN', 'APPROVED', 'REFUSED', 'VOIDED')),
    decided_by varchar(100),
    decided_at timestamptz,
    reason     text
);
create index programme_request_version on programme_request (version, asked_at);
create unique index programme_request_one on programme_request (version) where state in ('OPEN', 'APPROVED');
