package tsunagu.city;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagu.shared.Area;
import tsunagu.shared.Areas;
import tsunagu.shared.DatabaseReady;
import tsunagu.shared.FirstSteps;
import tsunagu.shared.PaperWords;
import tsunagu.shared.Role;
import tsunagu.shared.Sql;
import tsunagu.shared.UseCase;

/**
 * The city's areas and the words of its papers. What ships is entered at the start; the city adds and changes rows by its workbook
 * ({@code tsunagu.plan.book}).
 */
@ApplicationScoped
@Transactional
public class CityTables implements FirstSteps {

    @Inject
    private Sql sql;

    @Inject
    private Loading loading;

    void begin(@Observes @Priority(DatabaseReady.REFERENCE) DatabaseReady ready) {
        loading.load();
    }

    /** The part that needs a transaction. */
    @ApplicationScoped
    @Transactional
    static class Loading {

        @Inject
        private Sql sql;

        @UseCase
        public void load() {
            areas();
            paperWords();
        }

        /** An area that is there stays as it is: the city may have named it otherwise. */
        private void areas() {
            List<Area> shipped = Areas.shipped();
            for (int i = 0; i < shipped.size(); i++) {
                Area area = shipped.get(i);
                sql.of("insert into area (code, name, english, reading, municipality, inside, grid_x, grid_y, position)"
                                + " values (:code, :name, :english, :reading, :municipality, :inside, :gridX, :gridY, :position)"
                                + " on conflict (code) do nothing")
                        .with("code", area.code())
                        .with("name", area.name())
                        .with("english", area.english())
                        .with("reading", area.reading())
                        .with("municipality", area.municipality())
                        .with("inside", area.inside())
                        .with("gridX", area.gridX())
                        .with("gridY", area.gridY())
                        .with("position", i + 1)
                        .run();
            }
        }

        private void paperWords() {
            PaperWords.shipped().forEach((key, word) -> sql.of(
                            "insert into paper_word as p (key, shipped, word) values (:key, :word, :word)"
                                    + " on conflict (key) do update set shipped = excluded.shipped,"
                                    + " word = case when p.word = p.shipped then excluded.word else p.word end"
                                    + " where p.shipped <> excluded.shipped")
                    .with("key", key)
                    .with("word", word)
                    .run());
        }
    }

    @Override
    @UseCase(
            allow = {Role.STAFF, Role.ADMINISTRATOR},
            changes = false)
    public FirstSteps.Step firstStep() {
        return new FirstSteps.Step(
                4,
                "city.areasStep",
                "city.areasStep.hint",
                areas().stream().anyMatch(Area::inside),
                "/staff/plan-book",
                Set.of(Role.STAFF, Role.ADMINISTRATOR));
    }

    @UseCase(anyone = true, changes = false)
    public List<Area> areas() {
        return sql.of(
                        "select code, name, english, reading, municipality, inside, grid_x, grid_y from area order by position, code")
                .list(Area.class);
    }

    /** Words that are the city's own, by {@link PaperWords}' keys. */
    @UseCase(anyone = true, changes = false)
    public Map<String, String> paperWords() {
        record Own(String key, String word) {}
        return sql.of("select key, word from paper_word where word <> shipped").list(Own.class).stream()
                .collect(Collectors.toMap(Own::key, Own::word));
    }
}
