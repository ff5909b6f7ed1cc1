-- What shows whether the help of the Region goes where it is most needed: the difficulty of a territory, its contours, the
-- mark of a dossier once it is revealed, and where no fiche ever comes from.

-- Points, as the grid of a call gives them (CallParameters.Marking); null as long as nobody has said.
alter table epci add column difficulty smallint check (difficulty between 0 and 100);

-- What a call publishes with its grid counts for that call; else what is set for the intercommunality. Said here alone.
create view territory_difficulty as
select c.code as call, e.siren as epci,
       coalesce((v.parameters #>> array ['marking', 'difficulty', e.siren])::smallint, e.difficulty) as difficulty
from call c join call_version v on v.call = c.code and v.version = c.version cross join epci e;

-- The contours are replaced as a whole; each import stays as a line of its own. source: what is written below the map.
create table contour_import (
    id          bigint       generated always as identity primary key,
    source      text         not null,
    property    text         not null,
    contours    integer      not null,
    sha256      char(64)     not null,
    imported_by varchar(200) not null,
    imported_at timestamptz  not null
);

-- geometry: GeoJSON (RFC 7946), Polygon or MultiPolygon, exterior rings counterclockwise.
create table epci_contour (
    epci     text  primary key references epci,
    geometry jsonb not null
);

create trigger contour_import_is_kept before update or delete or truncate on contour_import
    for each statement execute function audit_is_kept();

-- One source more; those that are there stay word for word, whatever their number is by now.
do $$
begin
    execute 'create or replace view audited_fact as ' || rtrim(pg_get_viewdef('audited_fact'::regclass), '; ') || $more$
union all
select 'contour_import', id::text, 0, imported_at, imported_by, imported_by, null, 'RULE', 'contours', 'CONTOURS_IMPORTED',
       contours || ' contours, ' || source,
       jsonb_build_array(source, property, contours, sha256, imported_by, extract(epoch from imported_at))
from contour_import$more$;
end $$;

-- The mark of a dossier, written when it is revealed and when the jury retains another: never before. A dossier that two
-- sessions marked has the mark of the one that was revealed last. scored: whether that was done for the session.
create table marking_score (
    dossier     varchar(40)   primary key,
    session     uuid          not null references marking_phase,
    score       numeric(5, 2) not null check (score between 0 and 100),
    revealed_at timestamptz   not null
);
create index marking_score_session on marking_score (session);
alter table marking_phase add column scored boolean not null default false;

-- What figures and lists may read of the marks.
create view dossier_mark as
select s.dossier, s.score
from marking_score s join marking_phase p on p.session = s.session
where p.phase <> 'BLIND';

-- The figures of a call by commune too.
drop index dossier_figures;
create index dossier_figures on dossier (call)
    include (number, version, milestone, territory, sector, measure, holder_kind, jury, status, requested, granted, step, clock,
             due_at, due_order, waits_since, suspended_at, spent_porteur, spent_intercommunality, spent_region, spent_jury,
             commune)
    where status <> 'BROUILLON';

-- Whether a commune ever deposited is the first row that this finds.
create index dossier_of_commune on dossier (commune) where status <> 'BROUILLON' and fiche_received_at is not null;
