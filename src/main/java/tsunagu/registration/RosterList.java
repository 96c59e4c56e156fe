package tsunagu.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.desk.Asked;
import tsunagu.desk.Column;
import tsunagu.desk.DeskList;
import tsunagu.desk.DeskQueries;
import tsunagu.desk.ListedRows;
import tsunagu.desk.Listing;
import tsunagu.event.AttendanceRole;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;
import tsunagu.shared.Viewing;
import tsunagu.shared.Viewings;
import tsunagu.shared.Worded;

/**
 * 申込者一覧 of a session as staff work with it: everybody who asked for a seat, and everybody who came without having asked. Belongs to
 * the session's number. The file with a column for each question is {@link Roster}'s.
 */
@ApplicationScoped
@Transactional
public class RosterList implements DeskList<RosterList.Row> {

    /** Who came without having asked for this session, and who did and was taken back. */
    private static final String CAME = "CAME";

    private static final String TAKEN_BACK = "TAKEN_BACK";

    private static final List<String> STATES =
            List.of("CONFIRMED", "APPLIED", "OFFERED", "WAITING", "LAPSED", "REFUSED", "CANCELLED");

    /**
     * @param id of the registration; of the attendance, where nobody registered
     * @param registration null for who came without having asked
     * @param code eight digits of the ticket; "" without one
     * @param position in the line, from 1; null when not in it
     * @param contact mail address, and of a class the telephone for the day
     * @param companions how many come along, and as whom
     * @param names of those who come along, where they were given
     * @param answers to what was asked when registering or at the door, with the questions
     * @param source how the presence was recorded; null without one
     * @param presentKinds who really came along; null when nobody is recorded as present
     */
    public record Row(
            long id,
            long session,
            Long registration,
            long person,
            String code,
            String spaced,
            Integer lot,
            String name,
            String reading,
            String contact,
            String role,
            String state,
            Integer position,
            int companions,
            String companionKinds,
            String names,
            String school,
            String telephone,
            String tags,
            String beyondWhy,
            String answers,
            Instant createdAt,
            Instant presentAt,
            String source,
            Long attendance,
            String presentKinds,
            int version,
            int attendanceVersion) {

        public boolean applied() {
            return "APPLIED".equals(state);
        }

        /** Has a seat or hopes for one: may be moved to another session. */
        public boolean movable() {
            return registration != null
                    && presentAt == null
                    && Set.of("CONFIRMED", "OFFERED", "WAITING", "APPLIED").contains(state);
        }

        public boolean takenBack() {
            return TAKEN_BACK.equals(state);
        }

        /** Others came along than had been said. */
        public boolean otherwiseAccompanied() {
            return registration != null
                    && attendance != null
                    && !Companions.of(presentKinds).equals(Companions.of(companionKinds));
        }

        /** Who really came along. */
        public Companions presentWith() {
            return Companions.of(presentKinds);
        }

        /** Who comes along, and of which class: what staff prepare for. */
        private String along() {
            String kinds = CompanionWords.of(Companions.of(companionKinds), Locale.JAPANESE);
            return (kinds + " " + school).strip();
        }

        private String reached() {
            return Stream.of(contact, telephone).filter(Objects::nonNull).collect(Collectors.joining(" "));
        }

        private String path() {
            return registration == null ? "" : "/staff/sessions/" + session + "/registrations/" + code;
        }
    }

    private static final String SELECT =
            """
            select r.id, x.session_id as session, r.id as registration, r.person_id as person, r.short_code as code,
                left(r.short_code, 4) || '-' || substr(r.short_code, 5) as spaced, r.lot,
                coalesce(p.name, '') as name, coalesce(p.reading, '') as reading, coalesce(r.guest_email, a.email) as contact, coalesce(r.guest_email_key, a.email_key) as contact_key,
                r.role, r.state,
                case when r.state = 'WAITING' then (row_number() over (partition by r.state
                    order by coalesce(r.line_place, 2147483647), r.id))::int end as position,
                r.companions, r.companion_kinds,
                coalesce((select string_agg(n.name, ', ' order by n.number) from companion_name n where n.registration_id = r.id), '') as names,
                btrim(r.school_name || ' ' || r.class_name) as school, r.day_telephone as telephone,
                coalesce((select string_agg(g.tag, ', ' order by g.tag) from registration_tag g where g.registration_id = r.id), '') as tags,
                coalesce(r.beyond_why, '') as beyond_why,
                coalesce((select string_agg(q.text || ': ' || replace(v.value, E'\\n', ', '), ' / ' order by q.number)
                    from event_answer v join event_question q on q.id = v.question_id and q.moment <> 'AFTERWARDS'
                    where v.registration_id = r.id), '') as answers,
                r.created_at, t.checked_in_at as present_at, t.source, t.id as attendance, t.companion_kinds as present_kinds,
                r.version, coalesce(t.version, 0) as attendance_version
            from seat x
            join registration r on r.id = x.registration_id
            join person p on p.id = r.person_id
            left join account a on a.person_id = r.person_id
            left join attendance t on t.session_id = x.session_id and t.person_id = r.person_id and t.undone_at is null
            where x.session_id = :session
            union all
            select c.id, c.session_id, null, c.person_id, coalesce(r.short_code, ''),
                coalesce(left(r.short_code, 4) || '-' || substr(r.short_code, 5), ''), null,
                coalesce(p.name, ''), coalesce(p.reading, ''), null, null, c.role,
                case when c.undone_at is null then 'CAME' else 'TAKEN_BACK' end, null,
                case when c.companion_kinds is null then 0 else companions_in(c.companion_kinds) end, c.companion_kinds, '', '', null, '', '', '',
                null, case when c.undone_at is null then c.checked_in_at end,
                case when r.id is not null then 'OTHER_SESSION' else c.source end, c.id, c.companion_kinds, 0, c.version
            from attendance c
            join person p on p.id = c.person_id
            left join registration r on r.id = c.registration_id
            where c.session_id = :session and (r.id is null
                    or not exists (select from seat x where x.session_id = c.session_id and x.registration_id = r.id))
                and (c.undone_at is not null or not exists (select from seat x join registration own on own.id = x.registration_id
                    where x.session_id = c.session_id and own.person_id = c.person_id))""";

    private static final Listing<Row> LIST = new Listing<>(
            "registrations",
            "event.rosterList.",
            Row.class,
            "id",
            SELECT,
            "createdAt",
            List.of(
                    Column.<Row>text("name", Row::name).sortedBy("reading").opens(Row::path),
                    Column.text("reading", Row::reading).unfiltered().aside(),
                    Column.choice(
                            "role",
                            Row::role,
                            "event.role.",
                            Arrays.stream(AttendanceRole.values())
                                    .map(Enum::name)
                                    .toList()),
                    Column.<Row>choice("state", Row::state, RosterList::states).toned(RosterList::tone),
                    Column.number("position", Row::position).aside(),
                    Column.moment("presentAt", Row::presentAt),
                    Column.text("companionKinds", Row::along).unfiltered().unsorted(),
                    Column.number("companions", Row::companions).aside(),
                    Column.text("contact", Row::reached).sealed(),
                    Column.text("tags", Row::tags).aside(),
                    Column.text("answers", Row::answers).unsorted(),
                    Column.moment("createdAt", Row::createdAt),
                    Column.text("spaced", Row::spaced).aside(),
                    Column.text("code", Row::code).unfiltered().aside(),
                    Column.number("lot", Row::lot).aside(),
                    Column.text("school", Row::school).aside(),
                    Column.text("telephone", Row::telephone)
                            .unfiltered()
                            .sealed()
                            .aside(),
                    Column.text("names", Row::names).aside().unsorted(),
                    Column.text("beyondWhy", Row::beyondWhy).aside().unsorted(),
                    Column.choice(
                                    "source",
                                    Row::source,
                                    "event.source.",
                                    List.of("SCAN", "WALK_IN", "PAPER", "IMPORT", "OTHER_SESSION"))
                            .aside()));

    @Inject
    private DeskQueries queries;

    @Inject
    private Viewings viewings;

    private static Map<String, Object> states() {
        Map<String, Object> words = new LinkedHashMap<>();
        STATES.forEach(each -> words.put(each, Worded.by("event.registrationState." + each)));
        Stream.of(CAME, TAKEN_BACK).forEach(each -> words.put(each, Worded.by("event.rosterList.state." + each)));
        return words;
    }

    private static String tone(Row row) {
        return switch (row.state()) {
            case "CONFIRMED", CAME -> "good";
            case "APPLIED", "OFFERED", "WAITING" -> "warn";
            default -> "quiet";
        };
    }

    @Override
    public Persons<Row> persons() {
        return new Persons<>(Viewing.What.ROSTER_FILE, Row::person);
    }

    @Override
    public Listing<Row> listing() {
        return LIST;
    }

    @Override
    @UseCase(allow = Role.STAFF, changes = false)
    public ListedRows<Row> find(Asked asked, String of) {
        ListedRows<Row> found = queries.page(LIST, asked, Map.of("session", session(of)));
        viewings.opened(
                Viewing.What.ROSTER,
                of,
                found.rows().stream().map(Row::person).distinct().toList());
        return found;
    }

    @Override
    @UseCase(allow = Role.STAFF, fresh = true)
    public void each(Asked asked, String of, Consumer<Row> reader) {
        queries.each(LIST, asked, Map.of("session", session(of)), reader);
    }

    /** @throws NotFoundException when it is no session's number */
    private static long session(String of) {
        if (!of.matches("[0-9]{1,18}")) {
            throw new NotFoundException("session " + of);
        }
        return Long.parseLong(of);
    }
}
