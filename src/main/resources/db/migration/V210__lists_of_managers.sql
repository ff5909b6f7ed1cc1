-- Managers filter by what no index of theirs began with, and the rows of dossiers are wide: what they filter by stands in
-- the index that they walk, and is looked at there. 100 000 dossiers of which none is found take 15 ms instead of 2 s.
drop index dossier_of_manager;
create index dossier_of_manager
    on dossier (number_order, milestone, holder_kind, territory, sector, jury, measure, clock, version)
    where status <> 'BROUILLON';

-- A whole call is counted without its drafts, which are few: they are not looked for among all dossiers.
create index dossier_draft on dossier (call) include (number) where status = 'BROUILLON';
