-- Who registered before with the same address is looked for at every registration without an account.
create index registration_guest on registration (lower(guest_email)) where guest_email is not null;
