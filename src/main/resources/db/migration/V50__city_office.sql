-- Where people turn to with a question. One row, empty until the administrator has set it.
create table city_office (
    id      int  primary key check (id = 1),
    office  text not null default '' check (char_length(office) <= 100),
    phone   text not null default '' check (char_length(phone) <= 60),
    hours   text not null default '' check (char_length(hours) <= 100),
    mail    text not null default '' check (char_length(mail) <= 254),
    version int  not null default 1
);
insert into city_office (id) values (1);
create trigger audit after insert or update or delete on city_office
    for each row execute function audit_change('id');
