-- A fiche that was forwarded to the Region goes back to it after a correction (CRPA L.114-2).
alter table dossier add column forwarded_to_region boolean not null default false;
