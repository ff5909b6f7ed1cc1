-- What is late before one's jury, in the order in which it became so.
create index dossier_of_jury_due on dossier (jury, due_order, number_order)
    where status <> 'BROUILLON' and fiche_received_at is not null and due_at is not null;

-- A small territory would pass over the dossiers of all others to find a page of its own in these orders.
create index dossier_of_territory_received on dossier (territory, received_order, number_order)
    where status <> 'BROUILLON' and fiche_received_at is not null;
create index dossier_of_territory_requested on dossier (territory, requested, number_order)
    where status <> 'BROUILLON' and fiche_received_at is not null;
create index dossier_of_territory_title on dossier (territory, title_order, number_order)
    where status <> 'BROUILLON' and fiche_received_at is not null;
create index dossier_of_jury_requested on dossier (jury, requested, number_order)
    where status <> 'BROUILLON' and fiche_received_at is not null;
