package tsunagu.company;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tsunagu.desk.Asked;
import tsunagu.desk.Column;
import tsunagu.desk.DeskList;
import tsunagu.desk.DeskQueries;
import tsunagu.desk.ListedRows;
import tsunagu.desk.Listing;
import tsunagu.shared.Classification;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** 企業の登録簿 as staff work with it: every company that is or was registered; what was merged into another stands under that. */
@ApplicationScoped
@Transactional
public class CompanyList implements DeskList<CompanyList.Row> {

    /**
     * @param state REGISTERED or LEFT
     * @param trade the major of its industry, a letter
     * @param area of the head office; null: no place is stated
     * @param contact the member who represents it: mail address; null where nobody acts for it
     * @param phone of whom the city calls ({@link CompanyContact}), phoneName who that is; null: never stated
     * @param members who act for it now
     * @param openJobs published and not ended
     * @param confirmedAt when it last said of a posting that it is still correct; null: never
     * @param seen stamp of the row, as {@link RegisterService} compares it
     */
    public record Row(
            long id,
            String code,
            String name,
            String reading,
            String corporateNumber,
            String state,
            String trade,
            String industry,
            String area,
            Integer employees,
            String contact,
            String phone,
            String phoneName,
            long members,
            long openJobs,
            Instant publishedAt,
            Instant changedAt,
            Instant confirmedAt,
            LocalDate leftOn,
            String reason,
            String seen) {

        public boolean registered() {
            return leftOn == null;
        }
    }

    private static final String SELECT =
            """
            select c.id, c.code, c.name, c.reading, c.corporate_number, case when l.gone then 'LEFT' else 'REGISTERED' end as state,
                left(c.industry, 1) as trade, c.industry, p.area, c.employees,
                o.email as contact, o.email_key as contact_key, t.phone, t.phone_key, t.name as phone_name,
                (select count(*) from company_member m where m.company_id = c.id and m.left_at is null) as members,
                (select count(*) from posting j where j.company_id = c.id and j.ended_at is null and j.closes_on >= :today) as open_jobs,
                c.published_at, c.changed_at,
                (select max(j.confirmed_at) from posting j where j.company_id = c.id) as confirmed_at,
                case when l.gone then l.left_on end as left_on, case when l.gone then l.reason else '' end as reason,
                case when l.gone then 'left-' else 'registered-' end || coalesce(l.id, 0) as seen
            from company c
            left join company_place p on p.company_id = c.id and p.number = 0
            left join company_contact t on t.company_id = c.id
            left join lateral (select a.email, a.email_key from company_member m join account a on a.id = m.account_id
                where m.company_id = c.id and m.left_at is null order by m.role = 'OWNER' desc, m.id limit 1) o on true
            left join lateral (select x.id, x.left_on, x.reason, x.returned_on is null as gone from company_leaving x
                               where x.company_id = c.id order by x.returned_on is null desc, x.id desc limit 1) l on true
            where c.merged_into is null""";

    private static final Listing<Row> LIST = new Listing<>(
            "companies",
            "company.list.",
            Row.class,
            "id",
            SELECT,
            "name",
            List.of(
                    Column.text("name", Row::name)
                            .sortedBy("reading")
                            .opens(row -> row.registered() ? "/companies/" + row.code() : ""),
                    Column.text("reading", Row::reading).aside().unfiltered(),
                    Column.choice("state", Row::state, "company.list.state.", List.of("REGISTERED", "LEFT"))
                            .toned(row -> row.registered() ? "good" : "warn"),
                    Column.choice("trade", Row::trade, CompanyList::trades),
                    Column.choice("area", Row::area, CompanyList::areas),
                    Column.number("employees", Row::employees),
                    Column.number("openJobs", Row::openJobs),
                    Column.number("members", Row::members),
                    Column.text("phone", Row::phone).sealed(),
                    Column.moment("changedAt", Row::changedAt).aside(),
                    Column.moment("confirmedAt", Row::confirmedAt).aside(),
                    Column.moment("publishedAt", Row::publishedAt).aside(),
                    Column.text("corporateNumber", Row::corporateNumber).aside(),
                    Column.text("contact", Row::contact).sealed().aside(),
                    Column.text("phoneName", Row::phoneName).aside(),
                    Column.day("leftOn", Row::leftOn).aside(),
                    Column.text("reason", Row::reason).aside().unsorted()));

    @Inject
    private DeskQueries queries;

    @Inject
    private java.time.Clock clock;

    private static Map<String, Object> trades() {
        Map<String, Object> names = new LinkedHashMap<>();
        Classification.INDUSTRIES.tops().forEach(each -> names.put(each.code(), each.name()));
        return names;
    }

    private static Map<String, Object> areas() {
        Map<String, Object> names = new LinkedHashMap<>();
        Classification.AREAS.tops().forEach(each -> names.put(each.code(), each.name()));
        return names;
    }

    @Override
    public Listing<Row> listing() {
        return LIST;
    }

    @Override
    @UseCase(allow = Role.STAFF, changes = false)
    public ListedRows<Row> find(Asked asked, String of) {
        return queries.page(LIST, asked, Map.of("today", today()));
    }

    @Override
    @UseCase(allow = Role.STAFF)
    public void each(Asked asked, String of, Consumer<Row> reader) {
        queries.each(LIST, asked, Map.of("today", today()), reader);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), tsunagu.shared.FiscalYear.ZONE);
    }
}
