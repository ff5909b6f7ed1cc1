-- How the jury voted on a dossier, where it voted.
alter table jury_agenda_item add column votes_for integer check (votes_for >= 0);
alter table jury_agenda_item add column votes_against integer check (votes_against >= 0);
alter table jury_agenda_item add column votes_abstained integer check (votes_abstained >= 0);
alter table jury_agenda_item add column dissent text;
