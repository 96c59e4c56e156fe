package tsunagu.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import tsunagu.desk.DeskList;
import tsunagu.shared.UseCase;

/** The rules of the house (docs/architecture.md), each shown once to fail on bad code. */
class HouseRulesTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("tsunagu");

    private static final JavaClasses BAD =
            new ClassFileImporter().importPackages("tsunagu.architecture.bad", "tsunagu.shared.bad");

    private static final Pattern LOCK =
            Pattern.compile("for (no key )?update\\b|for (key )?share\\b|PESSIMISTIC|pg_advisory");

    private static final ArchRule KERNEL_KNOWS_NOBODY = noClasses()
            .that()
            .resideInAPackage("tsunagu.shared..")
            .should()
            .dependOnClassesThat(new DescribedPredicate<JavaClass>("live in another room") {
                @Override
                public boolean test(JavaClass type) {
                    return type.getPackageName().startsWith("tsunagu.")
                            && !type.getPackageName().startsWith("tsunagu.shared");
                }
            });

    private static final ArchRule FACES_ONLY_IN_WEB = noClasses()
            .that()
            .resideOutsideOfPackages("tsunagu..web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.faces..", "org.primefaces..", "jakarta.servlet.http..");

    private static final ArchRule NOBODY_KNOWS = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "tsunagu.plan..",
                    "tsunagu.evaluation..",
                    "tsunagu.paper..",
                    "tsunagu.platform..",
                    "tsunagu.notification..",
                    "tsunagu.launch..",
                    "tsunagu.finding..",
                    "tsunagu.opendata..",
                    "tsunagu.kept..",
                    "tsunagu.pageview..",
                    "tsunagu.demonstration..",
                    "tsunagu.watch..",
                    "tsunagu.matching..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "tsunagu.plan..",
                    "tsunagu.evaluation..",
                    "tsunagu.paper..",
                    "tsunagu.platform..",
                    "tsunagu.notification..",
                    "tsunagu.launch..",
                    "tsunagu.finding..",
                    "tsunagu.opendata..",
                    "tsunagu.kept..",
                    "tsunagu.pageview..",
                    "tsunagu.demonstration..",
                    "tsunagu.watch..",
                    "tsunagu.matching..");

    private static final ArchRule ENTITY_MANAGER_STAYS_BELOW = fields().that()
            .haveRawType(EntityManager.class)
            .should()
            .beDeclaredInClassesThat()
            .haveNameMatching(
                    ".*(Repository|Queries|Register|ReferenceTables|SeatCounter|SubmissionStore|ChangeReason|UseCaseInterceptor|RowLocks|JdbiSql)");

    /** The way around the rule above. */
    private static final ArchRule DATA_SOURCE_STAYS_BELOW = fields().that()
            .haveRawType(DataSource.class)
            .should()
            .beDeclaredInClassesThat()
            .haveNameMatching(".*(Repository|Queries)|tsunagu\\.(platform|launch)\\..*");

    private static final ArchRule PAGES_NEVER_SEE_ENTITIES = noClasses()
            .that()
            .resideInAPackage("tsunagu..web..")
            .should()
            .dependOnClassesThat()
            .areAnnotatedWith(Entity.class);

    /** What asks the machine's clock, by whatever name: {@code now} without an argument, {@code new Date()}, the system's clocks. */
    private static final DescribedPredicate<JavaCall<?>> THE_MACHINES_CLOCK =
            new DescribedPredicate<>("ask the machine's clock") {
                @Override
                public boolean test(JavaCall<?> call) {
                    JavaClass owner = call.getTargetOwner();
                    String name = call.getTarget().getName();
                    int parameters = call.getTarget().getRawParameterTypes().size();
                    return owner.getPackageName().startsWith("java.time") && name.equals("now") && parameters == 0
                            || owner.isEquivalentTo(Clock.class) && name.startsWith("system")
                            || owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis")
                            || owner.isEquivalentTo(Date.class) && name.equals("<init>") && parameters == 0
                            || owner.isAssignableTo(Calendar.class) && name.equals("getInstance");
                }
            };

    private static final ArchRule ONE_CLOCK = noClasses()
            .that()
            .resideOutsideOfPackages("tsunagu.platform..", "tsunagu.launch..")
            .should()
            .callCodeUnitWhere(THE_MACHINES_CLOCK);

    private static final ArchRule EVERY_DOOR_SAYS_WHO = methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .haveNameMatching(".*(Service|Catalogue)")
            .should()
            .beAnnotatedWith(UseCase.class);

    private static final ArchRule ENTITIES_HAVE_NO_SETTERS = noClasses()
            .that()
            .areAnnotatedWith(Entity.class)
            .should(new ArchCondition<JavaClass>("have setters, or be public outside the rooms of presence") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean bad = type.getModifiers().contains(JavaModifier.PUBLIC) && !PRESENCE.contains(room(type))
                            || type.getMethods().stream()
                                    .anyMatch(method -> method.getName().matches("set[A-Z].*"));
                    events.add(new SimpleConditionEvent(type, bad, type.getName()));
                }
            });

    /** attendance → registration → event: one chain of three rooms about one row, the session (decision 0027). */
    private static final List<String> PRESENCE = List.of("event", "registration", "attendance");

    private static final ArchRule STORED_THINGS_STAY_AT_HOME = classes()
            .should(
                    new ArchCondition<JavaClass>(
                            "know entities and repositories of their own room only, the chain of presence apart") {
                        @Override
                        public void check(JavaClass type, ConditionEvents events) {
                            type.getDirectDependenciesFromSelf().stream()
                                    .map(Dependency::getTargetClass)
                                    .filter(each -> each.isAnnotatedWith(Entity.class)
                                            || each.getSimpleName().endsWith("Repository"))
                                    .filter(each -> each.getPackageName().startsWith("tsunagu."))
                                    .filter(each -> !each.getPackageName().equals(type.getPackageName()))
                                    .filter(each -> !PRESENCE.contains(room(each)) || !PRESENCE.contains(room(type)))
                                    .forEach(each -> events.add(SimpleConditionEvent.violated(
                                            type, type.getName() + " knows " + each.getName())));
                        }
                    });

    private static String room(JavaClass type) {
        return type.getPackageName().split("\\.")[1];
    }

    private static final List<ArchRule> RULES = List.of(
            KERNEL_KNOWS_NOBODY,
            FACES_ONLY_IN_WEB,
            NOBODY_KNOWS,
            ENTITY_MANAGER_STAYS_BELOW,
            DATA_SOURCE_STAYS_BELOW,
            PAGES_NEVER_SEE_ENTITIES,
            ONE_CLOCK,
            EVERY_DOOR_SAYS_WHO,
            ENTITIES_HAVE_NO_SETTERS,
            STORED_THINGS_STAY_AT_HOME);

    @Test
    void the_house_keeps_its_rules() {
        RULES.forEach(rule -> rule.check(HOUSE));
    }

    @Test
    void rooms_do_not_go_in_circles() {
        slices().matching("tsunagu.(*)..").should().beFreeOfCycles().check(HOUSE);
        assertThat(slices().matching("tsunagu.architecture.bad.(*)..")
                        .should()
                        .beFreeOfCycles()
                        .evaluate(BAD)
                        .hasViolation())
                .isTrue();
    }

    /** Locks are taken in one place, in one order (tsunagu.shared.Locks); a queue that skips what is locked waits for nobody. */
    @Test
    void locks_have_one_door() throws IOException {
        List<String> elsewhere = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                boolean door = file.endsWith("platform/RowLocks.java");
                Files.readAllLines(file).stream()
                        .filter(line -> !door && locks(line))
                        .forEach(line -> elsewhere.add(file.getFileName() + ": " + line.strip()));
            }
        }
        assertThat(elsewhere).isEmpty();
        assertThat(List.of(
                        "\"select 1 from x for update\"",
                        "\" for no key update\"",
                        "\"for share\"",
                        "find(X.class, 1, LockModeType.PESSIMISTIC_WRITE)",
                        "\"select pg_advisory_xact_lock(1)\""))
                .allMatch(HouseRulesTest::locks);
        assertThat(locks("\"limit 1 for update skip locked\"")).isFalse();
    }

    /** Decision 0029: rows are read by name, through {@code Sql}. What locks a row, and what tells the trail why, ask for no row. */
    private static final Pattern BY_NUMBER = Pattern.compile("createNativeQuery|List<Object\\[\\]>|\\brow\\[[0-9]");

    @Test
    void nothing_is_read_by_its_number() throws IOException {
        List<String> elsewhere = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                boolean door = file.endsWith("platform/RowLocks.java") || file.endsWith("audit/ChangeReason.java");
                Files.readAllLines(file).stream()
                        .filter(line -> !door && BY_NUMBER.matcher(line).find())
                        .forEach(line -> elsewhere.add(file.getFileName() + ": " + line.strip()));
            }
        }
        assertThat(elsewhere).isEmpty();
        assertThat(List.of(
                        "entityManager.createNativeQuery(\"select 1\")",
                        "List<Object[]> rows = query.getResultList();",
                        "(String) row[17]"))
                .allMatch(line -> BY_NUMBER.matcher(line).find());
    }

    /** Markup that is put together by hand is escaped by {@code shared.Html} alone; two of its four former copies forgot quotation marks. */
    private static final Pattern ESCAPER = Pattern.compile("&(amp|lt|gt|quot);");

    @Test
    void markup_is_escaped_in_one_place() throws IOException {
        List<String> elsewhere = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(
                            each -> each.toString().endsWith(".java") && !each.endsWith("shared/Html.java"))
                    .toList()) {
                Files.readAllLines(file).stream()
                        .filter(line -> ESCAPER.matcher(line).find())
                        .forEach(line -> elsewhere.add(file.getFileName() + ": " + line.strip()));
            }
        }
        assertThat(elsewhere).isEmpty();
        assertThat(ESCAPER.matcher("text.replace(\"<\", \"&lt;\")").find()).isTrue();
    }

    /** The database's day is that of Greenwich or of the server: from midnight to nine in the morning it is yesterday's here. */
    private static final Pattern FOREIGN_DAY =
            Pattern.compile("current" + "_date|now\\(\\)::date|local" + "timestamp", Pattern.CASE_INSENSITIVE);

    @Test
    void the_day_is_that_of_Japan() throws IOException {
        List<String> elsewhere = new ArrayList<>();
        for (String root : List.of("src/main/java", "src/main/resources/db", "src/test/java")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                for (Path file : files.filter(each -> each.toString().matches(".*[.](java|sql)"))
                        .toList()) {
                    Files.readAllLines(file).stream()
                            .filter(line -> FOREIGN_DAY.matcher(line).find())
                            .forEach(line -> elsewhere.add(file.getFileName() + ": " + line.strip()));
                }
            }
        }
        assertThat(elsewhere).isEmpty();
        assertThat(FOREIGN_DAY.matcher("opens_on <= current" + "_date").find()).isTrue();
    }

    private static boolean locks(String line) {
        return LOCK.matcher(line).find() && !line.contains("skip locked");
    }

    @Test
    void services_and_page_beans_stay_small() {
        classes()
                .that()
                .haveNameMatching(".*(Service|Page|Catalogue)")
                .should(new ArchCondition<JavaClass>("have at most 35 methods") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        int size = type.getMethods().size();
                        events.add(new SimpleConditionEvent(type, size <= 35, type.getName() + " has " + size));
                    }
                })
                .check(HOUSE);
    }

    /** A list of the desks is a door like a service: its page and its file say who may have them. */
    private static final ArchRule EVERY_LIST_SAYS_WHO = methods()
            .that()
            .arePublic()
            .and()
            .haveNameMatching("find|each")
            .and()
            .areDeclaredInClassesThat()
            .implement(DeskList.class)
            .should()
            .beAnnotatedWith(UseCase.class);

    @Test
    void lists_of_the_desks_say_who_may_see_them() {
        EVERY_LIST_SAYS_WHO.check(HOUSE);
        assertThat(EVERY_LIST_SAYS_WHO.evaluate(BAD).hasViolation()).isTrue();
    }

    @Test
    void a_rule_that_never_fails_is_no_rule() {
        for (ArchRule rule : RULES) {
            assertThat(rule.evaluate(BAD).hasViolation())
                    .as(rule.getDescription())
                    .isTrue();
        }
        String clocks = ONE_CLOCK.evaluate(BAD).getFailureReport().toString();
        assertThat(clocks)
                .contains(
                        "Instant.now",
                        "LocalDateTime.now",
                        "ZonedDateTime.now",
                        "OffsetDateTime.now",
                        "LocalTime.now",
                        "YearMonth.now",
                        "Year.now",
                        "Date.<init>",
                        "Calendar.getInstance",
                        "Clock.systemDefaultZone");
    }
}
