package tsunagu.posting.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import tsunagu.company.MembershipService;
import tsunagu.review.web.SheetForm;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.ImportTable;
import tsunagu.shared.Role;
import tsunagu.shared.Words;

/** The columns of a list of postings: the fields of their form. */
@ApplicationScoped
public class JobImportTable implements ImportTable {

    @Inject
    private JobForm form;

    @Inject
    private MembershipService memberships;

    @Inject
    private CurrentActor currentActor;

    @Override
    public String name() {
        return "jobs";
    }

    @Override
    public String title() {
        return Words.japanese("posting.import.title");
    }

    @Override
    public boolean held() {
        return currentActor.get().hasAny(Set.of(Role.COMPANY))
                && memberships.find().isPresent();
    }

    @Override
    public List<Column> columns() {
        return form.getSections().stream()
                .flatMap(section -> section.items().stream())
                .map(this::column)
                .toList();
    }

    private Column column(SheetForm.Item item) {
        String label = form.label(item.id());
        List<String> choices = form.flatChoices(item.id()).stream()
                .map(SelectItem::getLabel)
                .distinct()
                .toList();
        if (form.isCheck(item.id())) {
            return Column.choice(label, List.of(Words.japanese("posting.import.tick")));
        }
        if (!choices.isEmpty()) {
            return Column.choice(label, choices);
        }
        return switch (item.kind()) {
            case DATE -> Column.of(label, Kind.DAY);
            case SHORT -> Column.of(label, Kind.NUMBER);
            default -> Column.text(label);
        };
    }
}
