-- The territory of a fiche that was forwarded to another authority is no longer that of its commune (CRPA L.114-2).
alter table dossier add column forwarded boolean not null default false;
