-- Somebody has a conflict of interest in a dossier, and said so or was told.
create table dossier_recusal (
    id           uuid         primary key,
    dossier      varchar(40)  not null,
    username     varchar(40),
    name         varchar(200) not null,
    motive       text         not null,
    declared_by  varchar(200) not null,
    declared_at  timestamptz  not null,
    lifted_by    varchar(200),
    lifted_at    timestamptz,
    lift_motive  text
);
create unique index dossier_recusal_once on dossier_recusal (dossier, coalesce(username, lower(name)))
    where lifted_at is null;
create index dossier_recusal_username on dossier_recusal (username) where lifted_at is null;

-- What somebody is in an organisation that may hold dossiers: elected member, president, treasurer …
create table personal_interest (
    id           uuid         primary key,
    username     varchar(40)  not null,
    siren        varchar(9) collate "C",
    rna          varchar(10) collate "C",
    commune      varchar(5),
    capacity     varchar(200) not null,
    declared_by  varchar(200) not null,
    declared_at  timestamptz  not null,
    ended_by     varchar(200),
    ended_at     timestamptz,
    check (num_nonnulls(siren, rna, commune) = 1)
);
create index personal_interest_username on personal_interest (username) where ended_at is null;
create index jury_session_member_username on jury_session_member (username);

-- Who is kept from which dossier: the one place that says so. An elected member of an intercommunality who sits for it
-- is kept from the dossiers that it holds itself.
create view kept_away as
    select r.dossier, r.username, r.name, 'DECLARED' as ground, r.motive as detail
    from dossier_recusal r where r.lifted_at is null
union
    select d.number, i.username, a.display_name, 'ROLE', i.capacity
    from personal_interest i
        join account a on a.username = i.username
        join dossier d on d.siret >= i.siren and d.siret < i.siren || ':'
    where i.ended_at is null and i.siren is not null
union
    select d.number, i.username, a.display_name, 'ROLE', i.capacity
    from personal_interest i
        join account a on a.username = i.username
        join dossier d on d.rna = i.rna
    where i.ended_at is null and i.rna is not null
union
    select d.number, i.username, a.display_name, 'ROLE', i.capacity
    from personal_interest i
        join account a on a.username = i.username
        join dossier d on d.commune = i.commune and d.fiche -> 'holder' ->> 'kind' = 'COMMUNE'
    where i.ended_at is null and i.commune is not null
union
    select d.number, m.username, m.name, 'ELECTED', ''
    from jury_session s
        join jury_session_member m on m.session = s.id and m.college = 'INTERCOMMUNALITE'
        join dossier d on d.call = s.call
            and d.siret >= s.jury collate "C" and d.siret < (s.jury || ':') collate "C"
    where s.status <> 'ANNULEE' and s.jury <> 'regional';

-- The engine asks at each command whether anything is revoked of somebody: nearly always nothing is.
create index act_authorization_revoked on act_ru_authorization (user_id_) where type_ = 2;
