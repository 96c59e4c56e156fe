-- 募集回 of a decision, and why it was made although a rule of the programme speaks against it.
alter table grant_decision add column round int check (round between 1 and 99);
alter table grant_decision add column despite text not null default '' check (char_length(despite) <= 500);

-- Who sets other thresholds for a year's grades is in the trail.
create trigger audit after insert or update or delete on grade_rule for each row execute function audit_change('fiscal_year');
