-- The envelope from which or to which an amount was delegated; null for an amendment.
alter table envelope_change add column counterpart uuid references envelope;
