-- Staff may say that they want no letter in the morning about what waits.
alter table account add column digest boolean not null default true;
