create table account (
    id           bigint generated always as identity primary key,
    username     varchar(40)  not null unique,
    display_name varchar(120) not null,
    email        varchar(254) not null,
    password     varchar(200) not null,
    enabled      boolean      not null default true,
    version      integer      not null default 0,
    created_at   timestamptz  not null default now()
);

-- scope is '' for the roles that have none, so that it can be part of the key
create table account_membership (
    account_id bigint      not null references account on delete cascade,
    role       varchar(30) not null,
    scope      varchar(40) not null default '',
    primary key (account_id, role, scope)
);

create index account_membership_role_scope on account_membership (role, scope);
