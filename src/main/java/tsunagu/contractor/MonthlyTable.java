package tsunagu.contractor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.ImportTable;
import tsunagu.shared.Role;
import tsunagu.shared.Words;

/** The columns of the months a contractor reports. */
@ApplicationScoped
public class MonthlyTable implements ImportTable {

    @Inject
    private MonthlyService months;

    @Inject
    private CurrentActor currentActor;

    @Override
    public String name() {
        return "monthly";
    }

    @Override
    public String title() {
        return Words.japanese("support.monthly.title");
    }

    @Override
    public boolean held() {
        return currentActor.get().hasAny(Set.of(Role.STAFF))
                || currentActor.get().hasAny(Set.of(Role.PARTNER))
                        && !months.programmes().isEmpty();
    }

    @Override
    public List<Column> columns() {
        return Stream.concat(
                        Stream.of(Column.of(Words.japanese(MonthlyService.MONTH), Kind.MONTH)),
                        Stream.of(MonthlyKind.values())
                                .map(kind -> Column.of(Words.japanese("support.monthly.kind." + kind), Kind.NUMBER)))
                .toList();
    }
}
