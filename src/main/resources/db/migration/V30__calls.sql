create table call (
    code text primary key check (code ~ '^[A-Z][A-Z0-9-]{2,29}$'),
    version integer not null check (version > 0),
    created_at timestamptz not null
);

comment on column call.version is 'the current version; a dossier names the version it was judged by';

create table call_version (
    call text not null references call (code),
    version integer not null check (version > 0),
    parameters jsonb not null,
    author text not null,
    reason text not null,
    created_at timestamptz not null,
    primary key (call, version)
);
