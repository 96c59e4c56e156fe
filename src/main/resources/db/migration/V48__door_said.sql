-- What a phone showed as done and we could not keep (IMPOSSIBLE) is looked at by staff, with what was said; the words go after 30 days.
alter table door_conflict drop constraint door_conflict_kind_check;
alter table door_conflict add constraint door_conflict_kind_check check (kind in
    ('LET_IN_TWICE', 'CANCELLED', 'OTHER_SESSION', 'WAITING', 'NOT_OPEN', 'CLOCK', 'MISMATCH', 'FROZEN', 'IMPOSSIBLE'));
alter table door_conflict add column said text not null default '' check (char_length(said) <= 300);
