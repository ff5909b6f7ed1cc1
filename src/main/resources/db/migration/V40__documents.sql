create table document (
    id         uuid         primary key,
    owner      varchar(40)  not null,
    kind       varchar(60)  not null,
    file_name  varchar(200) not null,
    media_type varchar(120) not null,
    size       bigint       not null check (size > 0),
    sha256     char(64)     not null,
    state      varchar(12)  not null check (state in ('CURRENT', 'REPLACED', 'REMOVED')),
    replaces   uuid         references document,
    added_by   varchar(100) not null,
    added_at   timestamptz  not null,
    ended_by   varchar(100),
    ended_at   timestamptz
);
create index document_by_owner on document (owner, added_at);

-- Apart, so that lists never read the files themselves.
create table document_content (
    document uuid  primary key references document,
    content  bytea not null
);
