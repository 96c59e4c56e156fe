package tsunagu.company;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import tsunagu.shared.Sql;

/** Contacts of companies as stored. */
@ApplicationScoped
class ContactRepository {

    @Inject
    private Sql sql;

    Optional<CompanyContact> of(long company) {
        return sql.of("select name, phone from company_contact where company_id = :company")
                .with("company", company)
                .first(CompanyContact.class);
    }

    void put(long company, CompanyContact contact, Instant now) {
        sql.of(
                        """
                        insert into company_contact (company_id, name, phone, phone_key, stated_at) values (:company, :name, :phone, :mark, :now)
                        on conflict (company_id) do update set name = :name, phone = :phone, phone_key = :mark, stated_at = :now
                        """)
                .with("company", company)
                .with("name", contact.name().strip())
                .withSealed("phone", contact.phone())
                .withMark("mark", contact.phone())
                .with("now", now)
                .run();
    }
}
