create table sector (
    code text primary key check (code ~ '^[a-z0-9-]{2,40}$'),
    name text not null
);

create table epci (
    siren text primary key check (siren ~ '^[0-9]{9}$'),
    name text not null,
    kind text,
    population integer,
    sector text not null references sector (code),
    territorial_jury boolean not null,
    successor text references epci (siren),
    valid_from date,
    version integer not null default 0
);

comment on column epci.successor is 'the EPCI that took over, when this SIREN no longer exists';

create table commune (
    code text primary key check (code ~ '^[0-9][0-9AB][0-9]{3}$'),
    name text not null,
    siren text not null,
    epci text references epci (siren),
    departement text not null,
    postal_codes text[] not null,
    population integer not null,
    valid_from date not null,
    valid_to date
);

create index commune_epci on commune (epci);

-- Whatever a commune is looked up by, without accents: its name from any of its words on, its postal codes, its code
-- and the codes of the communes that it has absorbed.
create table commune_term (
    term text not null,
    commune text not null references commune (code) on delete cascade,
    kind text not null check (kind in ('NAME', 'WORD', 'POSTAL_CODE', 'CODE', 'FORMER_CODE')),
    primary key (commune, term)
);

create index commune_term_prefix on commune_term (term text_pattern_ops);

create table priority_neighbourhood (
    code text not null,
    commune text not null references commune (code),
    name text not null,
    search_name text not null,
    kind text not null,
    valid_from date not null,
    valid_to date,
    primary key (commune, code),
    check (valid_to is null or valid_to >= valid_from)
);
