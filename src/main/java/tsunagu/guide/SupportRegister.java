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
import tsunagu.shared.ReferenceTable.Row;
import tsunagu.shared.Sql;
import tsunagu.shared.UseCase;

/**
 * The support programmes as stored. Those that ship are entered once; what they pay and until when is the city's to keep by its
 * workbook ({@code tsunagu.plan.book}).
 */
@ApplicationScoped
class SupportRegister {

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
            String office) {

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
                    office);
        }

        private static void fit(Map<GuideQuestion, Set<String>> fits, GuideQuestion question, String answers) {
            if (!answers.isEmpty()) {
                fits.put(question, new LinkedHashSet<>(Arrays.asList(answers.split(" "))));
            }
        }
    }

    /** In the order in which they were entered. */
    List<SupportProgramme> all() {
        return sql
                .of(
                        "select code, title, summary, amount, conditions, lives, years, household, status, valid_from, valid_until, as_of,"
                                + " source, office from support_programme order by position, code")
                .list(Stored.class)
                .stream()
                .map(Stored::programme)
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
            List<Row> rows = ReferenceTable.read("/reference/guide/support.csv");
            for (int i = 0; i < rows.size(); i++) {
                Row row = rows.get(i);
                Sql.Statement statement = sql.of(
                                "insert into support_programme (code, title, summary, amount, conditions, lives, years,"
                                        + " household, status, valid_from, valid_until, as_of, source, office, position) values (:code, :title,"
                                        + " :summary, :amount, :conditions, :lives, :years, :household, :status, :validFrom, :validUntil, :asOf,"
                                        + " :source, :office, :position) on conflict (code) do nothing")
                        .with("code", row.text("code"))
                        .with("title", row.text("title"))
                        .with("summary", row.textOrEmpty("summary"))
                        .with("amount", row.textOrEmpty("amount"))
                        .with("conditions", row.textOrEmpty("conditions").replace('/', '\n'))
                        .with("validFrom", LocalDate.parse(row.text("valid_from")))
                        .with("validUntil", LocalDate.parse(row.text("valid_until")))
                        .with("asOf", LocalDate.parse(row.text("as_of")))
                        .with("source", row.text("source"))
                        .with("office", row.textOrEmpty("office"))
                        .with("position", i + 1);
                for (GuideQuestion question : GuideQuestion.values()) {
                    statement = statement.with(question.parameter(), answers(row, question));
                }
                statement.run();
            }
        }

        private static String answers(Row row, GuideQuestion question) {
            List<String> answers = row.words(question.parameter());
            if (!question.answers().containsAll(answers)) {
                throw new IllegalStateException("support.csv: " + row.text("code") + " " + question + " " + answers);
            }
            return answers.stream().sorted().collect(Collectors.joining(" "));
        }
    }
}
