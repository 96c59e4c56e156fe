package tsunagu.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.ImportTable;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.Words;

/** The columns of a year's texts, and the texts that are there: what is handed out can be handed in. */
@ApplicationScoped
public class SheetTextTable implements ImportTable {

    @Inject
    private SheetTextService texts;

    @Inject
    private CurrentActor currentActor;

    @Override
    public String name() {
        return "evaluation-texts";
    }

    @Override
    public String title() {
        return Words.japanese("evaluation.texts.title");
    }

    @Override
    public boolean held() {
        return currentActor.get().hasAny(Set.of(Role.STAFF));
    }

    @Override
    public List<Column> columns() {
        return SheetTextService.COLUMNS.stream()
                .map(column -> column.equals(SheetTextService.DIRECTION)
                        ? Column.choice(
                                SheetTextService.label(column),
                                Arrays.stream(FutureDirection.values())
                                        .map(FutureDirection::word)
                                        .filter(word -> !word.isEmpty())
                                        .toList())
                        : Column.text(SheetTextService.label(column)))
                .toList();
    }

    /** @param of the year, "R5" */
    @Override
    public List<List<String>> rows(String of) {
        if (of.isEmpty()) {
            return List.of();
        }
        try {
            return texts.rows(FiscalYear.parse(of));
        } catch (DomainException noSuchYear) {
            throw new NotFoundException("fiscal year " + of);
        }
    }
}
