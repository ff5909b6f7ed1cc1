-- What the demonstration has already made; empty where there is none.
create table demonstration_part (
    part varchar(60) primary key,
    told_at timestamptz not null default now()
);
