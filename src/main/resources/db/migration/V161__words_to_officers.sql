-- A row without dossier is a word to the officer who is its recipient, and no letter.
alter table notification
    alter column dossier drop not null,
    alter column letter  drop not null,
    add check ((dossier is null) = (letter is null)),
    add check (dossier is not null or recipient is not null);
