package tsunagu.booth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.text.Normalizer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.company.CompanyName;
import tsunagu.company.CompanyService;
import tsunagu.event.EventService;
import tsunagu.event.Exhibit;
import tsunagu.event.Exhibiting;
import tsunagu.event.OutsideExhibit;
import tsunagu.shared.ConflictException;
import tsunagu.shared.DomainException;
import tsunagu.shared.Locks;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.MailAddress;
import tsunagu.shared.PastedTable;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;
import tsunagu.shared.TextLength;
import tsunagu.shared.UseCase;
import tsunagu.shared.Words;

/** Staff say which companies show themselves at an event, by a table: company, booth, who stands there. */
@ApplicationScoped
@Transactional
public class ExhibitorService {

    static final List<String> COLUMNS = List.of("company", "number", "staff", "contact", "mail");
    private static final int LONGEST_BOOTH = 20;
    private static final int LONGEST_STAFF = 200;
    private static final int LONGEST_NAME = 200;

    private static final int MOST_FOUND = 12;

    @Inject
    private BoothRepository booths;

    @Inject
    private BoothLetters letters;

    @Inject
    private Locks locks;

    @Inject
    private Clock clock;

    @Inject
    private CompanyService companies;

    @Inject
    private EventService events;

    /**
     * @param company null where the register has none of that name, or several
     * @param outside booth and contact of who has no entry
     * @param listed stands on the list without an entry as it is
     * @param problem key of a sentence; "" for none
     * @param shared another company has the same booth: a question
     */
    public record Line(
            int number,
            String written,
            CompanyName company,
            Exhibit exhibit,
            OutsideExhibit outside,
            boolean listed,
            String problem,
            boolean shared) {

        /** Is not in the register, and not on the list either: a question, because it may be a name that was mistyped. */
        public boolean unregistered() {
            return company == null && !listed && problem.isEmpty();
        }
    }

    /** A company with its booth. */
    public record Exhibitor(long company, String code, String name, Exhibit exhibit) {}

    @UseCase(allow = Role.STAFF, changes = false, once = true)
    public List<Exhibitor> exhibitors(String eventCode) {
        return booths.exhibitors(eventId(eventCode)).stream()
                .map(each -> new Exhibitor(
                        each.company(), each.code(), each.name(), new Exhibit(each.booth(), each.staff())))
                .toList();
    }

    /** The list as it is now, to be changed and sent back: who shares a name with another company is written by the code. */
    @UseCase(allow = Role.STAFF, changes = false)
    public String table(String eventCode) {
        String header = COLUMNS.stream().map(ExhibitorService::label).collect(Collectors.joining("\t"));
        List<Exhibitor> standing = exhibitors(eventCode);
        Set<String> clear =
                companies.named(standing.stream().map(Exhibitor::name).toList()).keySet();
        Stream<String> registered = standing.stream()
                .map(each -> String.join(
                        "\t",
                        clear.contains(each.name()) ? each.name() : each.code(),
                        each.exhibit().booth(),
                        each.exhibit().staff(),
                        "",
                        ""));
        Stream<String> others = events.outside(eventCode).entrySet().stream()
                .map(each -> String.join(
                        "\t",
                        each.getKey(),
                        each.getValue().exhibit().booth(),
                        each.getValue().exhibit().staff(),
                        each.getValue().contact(),
                        each.getValue().mail()));
        return Stream.concat(registered, others).collect(Collectors.joining("\n", header + "\n", ""));
    }

    /** Names what the list says: another one after any change. */
    @UseCase(allow = Role.STAFF, changes = false, once = true)
    public String seen(String eventCode) {
        return Secrets.digest(table(eventCode));
    }

    /** @throws DomainException when it is no table, or a column is missing */
    @UseCase(allow = Role.STAFF, changes = false)
    public List<Line> read(String eventCode, String text) {
        Set<String> listed = events.outside(eventCode).keySet();
        Map<String, String> keys =
                COLUMNS.stream().collect(Collectors.toMap(column -> column, column -> PastedTable.key(label(column))));
        PastedTable table = PastedTable.of(text, keys.values());
        if (table.header().stream().noneMatch(name -> PastedTable.key(name).equals(keys.get("company")))) {
            throw new DomainException("booth.error.noCompanyColumn");
        }
        List<String> written = table.rows().stream()
                .map(row -> row.getOrDefault(keys.get("company"), ""))
                .toList();
        Map<String, List<CompanyName>> found = companies.fitting(written);
        Set<Long> seen = new HashSet<>();
        Set<String> names = new HashSet<>();
        Map<String, Long> at = table.rows().stream()
                .map(row -> new Exhibit(booth(row.getOrDefault(keys.get("number"), "")), "").booth())
                .filter(booth -> !booth.isEmpty())
                .collect(Collectors.groupingBy(booth -> booth, Collectors.counting()));
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            Map<String, String> row = table.rows().get(i);
            List<CompanyName> fitting = found.get(written.get(i));
            CompanyName company = fitting.size() == 1 ? fitting.get(0) : null;
            Exhibit exhibit = new Exhibit(
                    booth(row.getOrDefault(keys.get("number"), "")), row.getOrDefault(keys.get("staff"), ""));
            String name = written.get(i).strip();
            OutsideExhibit outside =
                    outside(exhibit, row.getOrDefault(keys.get("contact"), ""), row.getOrDefault(keys.get("mail"), ""));
            boolean first = company == null ? names.add(name) : seen.add(company.id());
            String problem = fitting.size() > 1
                    ? "booth.error.severalOfName"
                    : !first ? "booth.error.companyTwice" : company == null ? problem(name, outside) : reached(outside);
            if (TextLength.of(exhibit.booth()) > LONGEST_BOOTH || TextLength.of(exhibit.staff()) > LONGEST_STAFF) {
                problem = "booth.error.long";
            }
            lines.add(new Line(
                    table.lines().get(i),
                    written.get(i),
                    company,
                    exhibit,
                    outside,
                    listed.contains(name),
                    problem,
                    at.getOrDefault(exhibit.booth(), 0L) > 1));
        }
        return lines;
    }

    private static OutsideExhibit outside(Exhibit exhibit, String contact, String mail) {
        return new OutsideExhibit(exhibit, contact, MailAddress.narrow(mail));
    }

    /** Who is in the register is reached as the register says. */
    private static String reached(OutsideExhibit typed) {
        return typed.contact().isEmpty() && typed.mail().isEmpty() ? "" : "booth.error.registeredContact";
    }

    private static String problem(String name, OutsideExhibit outside) {
        if (name.isEmpty() || TextLength.of(name) > LONGEST_NAME) {
            return "booth.error.outsideName";
        }
        if (TextLength.of(outside.contact()) > LONGEST_STAFF) {
            return "booth.error.outsideContact";
        }
        try {
            if (!outside.mail().isEmpty()) {
                MailAddress.checked(outside.mail());
            }
            return "";
        } catch (DomainException noAddress) {
            return noAddress.key();
        }
    }

    /**
     * @param shared somebody said that companies share a booth on purpose
     * @param unregistered somebody said that those without an entry in the register are to be taken as they are written
     * @param seen {@link #seen} of the list that the table was made from
     * @throws ConflictException when a colleague gave or took a booth since
     * @throws DomainException when a line has a problem, or two have one booth and nobody said so; then nothing is changed
     */
    @UseCase(allow = Role.STAFF)
    public void take(String eventCode, String text, boolean shared, boolean unregistered, String seen) {
        locks.hold(Lock.SHEET, sheet(eventCode));
        Map<Long, Exhibit> exhibits = new HashMap<>();
        Map<String, OutsideExhibit> outside = new HashMap<>();
        for (Line line : read(eventCode, text)) {
            if (!line.problem().isEmpty()) {
                throw new DomainException(line.problem());
            }
            if (line.shared() && !shared) {
                throw new DomainException("booth.error.sameBooth");
            }
            if (line.unregistered() && !unregistered) {
                throw new DomainException("booth.error.unregistered");
            }
            if (line.company() == null) {
                outside.put(line.written().strip(), line.outside());
            } else {
                exhibits.put(line.company().id(), line.exhibit());
            }
        }
        if (!seen.equals(seen(eventCode))) {
            throw new ConflictException();
        }
        replace(eventCode, exhibits, outside);
    }

    /** Nobody has a booth any more; they are told. @throws ConflictException when a colleague gave or took a booth since */
    @UseCase(allow = Role.STAFF)
    public void empty(String eventCode, String seen) {
        locks.hold(Lock.SHEET, sheet(eventCode));
        if (!seen.equals(seen(eventCode))) {
            throw new ConflictException();
        }
        replace(eventCode, Map.of(), Map.of());
    }

    private void replace(String eventCode, Map<Long, Exhibit> exhibits, Map<String, OutsideExhibit> outside) {
        long event = eventId(eventCode);
        Map<String, OutsideExhibit> known = events.outside(eventCode);
        Set<String> leaving = leaving(known.keySet(), outside.keySet(), exhibits.keySet());
        Set<Long> before = booths.exhibitors(event).stream()
                .map(BoothRepository.Standing::company)
                .collect(Collectors.toSet());
        events.exhibit(eventCode, exhibits);
        events.exhibitOutside(eventCode, outside);
        outside.forEach((name, exhibit) -> {
            if (!known.containsKey(name)) {
                letters.givenOutside(event, name, exhibit);
            }
        });
        known.forEach((name, exhibit) -> {
            if (leaving.contains(name)) {
                letters.takenOffOutside(event, name, exhibit);
            }
        });
        exhibits.forEach((company, exhibit) -> {
            if (!before.contains(company)) {
                given(event, company, exhibit);
            }
        });
        before.stream()
                .filter(company -> !exhibits.containsKey(company))
                .forEach(company -> letters.takenOff(event, company));
    }

    /** Who stands without an entry and goes on doing so neither by that name nor as the company that has got an entry by now. */
    private Set<String> leaving(Set<String> before, Set<String> outside, Set<Long> exhibits) {
        Map<String, List<CompanyName>> entered = companies.fitting(before);
        return before.stream()
                .filter(name -> !outside.contains(name)
                        && entered.get(name).stream().noneMatch(each -> exhibits.contains(each.id())))
                .collect(Collectors.toSet());
    }

    /** Names of those with a booth whom these lines would take off the list. */
    @UseCase(allow = Role.STAFF, changes = false)
    public List<String> takenOff(String eventCode, List<Line> lines) {
        Set<Long> kept = lines.stream()
                .filter(line -> line.company() != null)
                .map(line -> line.company().id())
                .collect(Collectors.toSet());
        Set<String> names = lines.stream()
                .filter(line -> line.company() == null)
                .map(line -> line.written().strip())
                .collect(Collectors.toSet());
        Set<String> leaving = leaving(events.outside(eventCode).keySet(), names, kept);
        return Stream.concat(
                        exhibitors(eventCode).stream()
                                .filter(each -> !kept.contains(each.company()))
                                .map(Exhibitor::name),
                        leaving.stream().sorted())
                .toList();
    }

    /** Everybody with a booth, with and without an entry in the register. */
    @UseCase(allow = Role.STAFF, changes = false, once = true)
    public List<Exhibiting> all(String eventCode) {
        return events.exhibitors(eventCode);
    }

    /**
     * Companies whose name or reading has these letters, and that have no booth here yet.
     *
     * @param chosen the one that is meant, of those that are called alike; null: all of them
     */
    @UseCase(allow = Role.STAFF, changes = false)
    public List<CompanyName> find(String eventCode, String words, Long chosen) {
        return words.isBlank() ? List.of() : booths.find(eventId(eventCode), words.strip(), chosen, MOST_FOUND);
    }

    /** One company more; it is told. @throws DomainException when it has a booth already, or another has this one */
    @UseCase(allow = Role.STAFF)
    public void add(String eventCode, long companyId, String booth, boolean shared) {
        locks.hold(Lock.SHEET, sheet(eventCode));
        long event = eventId(eventCode);
        Exhibit exhibit = free(event, companyId, booth, shared);
        events.exhibit(eventCode, companies.named(companyId).id(), exhibit);
        given(event, companyId, exhibit);
    }

    /**
     * Somebody without an entry in the register; they are told where there is an address.
     *
     * @throws DomainException when the register, or the list, has somebody of that name, or another has this booth
     */
    @UseCase(allow = Role.STAFF)
    public void addOutside(String eventCode, String name, OutsideExhibit typed, boolean shared) {
        locks.hold(Lock.SHEET, sheet(eventCode));
        long event = eventId(eventCode);
        String called = name.strip();
        OutsideExhibit outside = outside(exhibit(typed.exhibit().booth()), typed.contact(), typed.mail());
        String problem = problem(called, outside);
        if (!problem.isEmpty()) {
            throw new DomainException(problem);
        }
        if (!companies.fitting(List.of(called)).get(called).isEmpty()) {
            throw new DomainException("booth.error.registered");
        }
        Map<String, OutsideExhibit> all = new HashMap<>(events.outside(eventCode));
        if (all.putIfAbsent(called, outside) != null) {
            throw new DomainException("booth.error.companyTwice");
        }
        requireFree(event, outside.exhibit(), shared);
        events.exhibitOutside(eventCode, all);
        letters.givenOutside(event, called, outside);
    }

    /** @throws DomainException when the company has a booth already, or another has this one */
    Exhibit free(long event, long companyId, String booth, boolean shared) {
        List<BoothRepository.Standing> before = booths.exhibitors(event);
        if (before.stream().anyMatch(each -> each.company() == companyId)) {
            throw new DomainException("booth.error.hasBooth");
        }
        Exhibit exhibit = exhibit(booth);
        requireFree(event, exhibit, shared);
        return exhibit;
    }

    private void requireFree(long event, Exhibit exhibit, boolean shared) {
        if (!shared && !exhibit.booth().isEmpty() && booths.taken(event, exhibit.booth())) {
            throw new DomainException("booth.error.sameBooth");
        }
    }

    private void given(long event, long company, Exhibit exhibit) {
        booths.openRequest(event, company).ifPresent(each -> each.give(clock.instant()));
        letters.given(event, company, exhibit.booth());
    }

    /** @throws DomainException when it is too long */
    static Exhibit exhibit(String typed) {
        Exhibit exhibit = Exhibit.at(booth(typed));
        if (TextLength.of(exhibit.booth()) > LONGEST_BOOTH) {
            throw new DomainException("booth.error.long");
        }
        return exhibit;
    }

    /** Whoever changes the list of an event holds this. */
    static String sheet(String eventCode) {
        return "exhibitors " + eventCode;
    }

    /** As booths are written on plans: in half width, whatever the table has. */
    private static String booth(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFKC).replaceAll("[\\u2010-\\u2015\\u2212]", "-");
    }

    private long eventId(String eventCode) {
        return events.event(eventCode).id();
    }

    private static String label(String column) {
        return Words.japanese("booth.exhibitors." + column);
    }
}
