-- A programme that gives no money ends otherwise than by a decision on money: followed to its good end, or declined.
alter table dossier drop constraint dossier_status_check;
alter table dossier add constraint dossier_status_check
    check (status in ('BROUILLON', 'EN_COURS', 'ATTRIBUE', 'REJETE', 'LISTE_COMPLEMENTAIRE', 'REORIENTE',
                      'NON_CONFORME', 'IRRECEVABLE', 'CADUC', 'ABANDONNE', 'RETIRE', 'RENONCE', 'LISTE_CLOSE',
                      'ACHEVE', 'REFUSE'));

-- What a modeller has recorded at a step that asks nobody's opinion holds none.
alter table consultation alter column opinion drop not null;
