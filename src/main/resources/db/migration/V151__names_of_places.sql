-- What the places of a dossier are called: it is found by the words of the intercommunality that has it, also when the
-- fiche was forwarded to another one.
alter table dossier
    add column commune_name   text,
    add column territory_name text;

update dossier d
set commune_name = (select name from commune where code = d.commune),
    territory_name = (select name from epci where siren = d.territory);

update dossier d
set search_text = replace(d.search_text, was.name, d.territory_name)
from commune c
join epci was on was.siren = c.epci
where d.forwarded and c.code = d.commune and was.siren <> d.territory;
