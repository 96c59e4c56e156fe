package tsunagu.guide;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagu.shared.DatabaseReady;
import tsunagu.shared.ReferenceTable;
import tsunagu.shared.Sql;
import tsunagu.shared.UseCase;

/**
 * The support programmes as stored. Those that ship are entered once; what they pay and until when is the city's to keep by its
 * workbook ({@code tsunagu.plan.book}).
 */
@ApplicationScoped
class SupportRegister {

    /** Questions whose answers may speak against a programme. */
    private static final List<GuideQuestion> EXCLUDING =
            List.of(GuideQuestion.LIVES, GuideQuestion.YEARS, GuideQuestion.HOUSEHOLD, GuideQuestion.STATUS);

    @Inject
    private Sql sql;

    @Inject
    private Loading loading;

    void begin(@Observes @Priority(DatabaseReady.REFERENCE) DatabaseReady ready) {
        loading.load();
    }

    /** @param lives answers between blanks, "" for any; the other three the same */
    private record Stored(
            String code,
            String title,
            String summary,
            String amount,
            String conditions,
            String lives,
            String years,
            String household,
            String status,
            LocalDate validFrom,
            LocalDate validUntil,
            LocalDate asOf,
            String source,
            String office,
            String phone,
            String link,
            Integer mostAlone,
            Integer mostFamily,
            Integer mostChild) {

        SupportProgramme programme() {
            Map<GuideQuestion, Set<String>> fits = new EnumMap<>(GuideQuestion.class);
            fit(fits, GuideQuestion.LIVES, lives);
            fit(fits, GuideQuestion.YEARS, years);
            fit(fits, GuideQuestion.HOUSEHOLD, household);
            fit(fits, GuideQuestion.STATUS, status);
            return new SupportProgramme(
                    code,
                    title,
                    summary,
                    amount,
                    conditions.lines().toList(),
                    fits,
                    validFrom,
                    validUntil,
                    asOf,
                    source,
                    office,
                    phone,
                    link,
                    new SupportProgramme.Most(mostAlone, mostFamily, mostChild));
        }

        private static void fit(Map<GuideQuestion, Set<String>> fits, GuideQuestion question, String answers) {
            if (!answers.isEmpty()) {
                Set<String> fitting = new LinkedHashSet<>(Arrays.asList(answers.split(" ")));
                if (!question.answers().containsAll(fitting)) {
                    throw new IllegalStateException("nobody answers so: " + question + " " + answers);
                }
                fits.put(question, fitting);
            }
        }
    }

    /** In the order in which they were entered. */
    List<SupportProgramme> all() {
        return sql
                .of(
                        "select code, title, summary, amount, conditions, lives, years, household, status, valid_from, valid_until, as_of,"
                                + " source, office, phone, link, most_alone, most_family, most_child from support_programme order by position, code")
                .list(Stored.class)
                .stream()
                .map(Stored::programme)
                .toList();
    }

    /** What ships, or what the city's own file has in its place. */
    static List<SupportProgramme> shipped() {
        return ReferenceTable.read("/reference/guide/support.csv").stream()
                .map(row -> new Stored(
                                row.text("code"),
                                row.text("title"),
                                row.textOrEmpty("summary"),
                                row.textOrEmpty("amount"),
                                row.textOrEmpty("conditions").replace('/', '\n'),
                                row.textOrEmpty(GuideQuestion.LIVES.parameter()),
                                row.textOrEmpty(GuideQuestion.YEARS.parameter()),
                                row.textOrEmpty(GuideQuestion.HOUSEHOLD.parameter()),
                                row.textOrEmpty(GuideQuestion.STATUS.parameter()),
                                LocalDate.parse(row.text("valid_from")),
                                LocalDate.parse(row.text("valid_until")),
                                LocalDate.parse(row.text("as_of")),
                                row.text("source"),
                                row.textOrEmpty("office"),
                                row.textOrEmpty("phone"),
                                row.textOrEmpty("link"),
                                row.integer("most_alone"),
                                row.integer("most_family"),
                                row.integer("most_child"))
                        .programme())
                .toList();
    }

    /** The part that needs a transaction. */
    @ApplicationScoped
    @Transactional
    static class Loading {

        @Inject
        private Sql sql;

        @UseCase
        public void load() {
            List<SupportProgramme> shipped = shipped();
            for (int i = 0; i < shipped.size(); i++) {
                SupportProgramme each = shipped.get(i);
                Sql.Statement statement = sql.of(
                                "insert into support_programme (code, title, summary, amount, conditions, lives, years,"
                                        + " household, status, valid_from, valid_until, as_of, source, office, phone, link, most_alone,"
                                        + " most_family, most_child, position) values (:code, :title,"
                                        + " :summary, :amount, :conditions, :lives, :years, :household, :status, :validFrom, :validUntil, :asOf,"
                                        + " :source, :office, :phone, :link, :mostAlone, :mostFamily, :mostChild, :position) on conflict (code) do nothing")
                        .with("code", each.code())
                        .with("title", each.title())
                        .with("summary", each.summary())
                        .with("amount", each.amount())
                        .with("conditions", String.join("\n", each.conditions()))
                        .with("validFrom", each.validFrom())
                        .with("validUntil", each.validUntil())
                        .with("asOf", each.asOf())
                        .with("source", each.source())
                        .with("office", each.office())
                        .with("phone", each.phone())
                        .with("link", each.link())
                        .with("mostAlone", each.most().alone())
                        .with("mostFamily", each.most().family())
                        .with("mostChild", each.most().child())
                        .with("position", i + 1);
                for (GuideQuestion question : EXCLUDING) {
                    statement = statement.with(
                            question.parameter(),
                            each.fits().getOrDefault(question, Set.of()).stream()
                                    .sorted()
                                    .collect(Collectors.joining(" ")));
                }
                statement.run();
            }
        }
    }
}
