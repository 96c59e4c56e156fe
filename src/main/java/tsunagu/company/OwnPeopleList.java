package tsunagu.company;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import tsunagu.desk.Asked;
import tsunagu.desk.DeskList;
import tsunagu.desk.DeskQueries;
import tsunagu.desk.ListedRows;
import tsunagu.desk.Listing;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;
import tsunagu.shared.Viewing;
import tsunagu.shared.Viewings;

/** People a company has to do with, only ever its own ({@code :company} in the statement); that they were looked at is written down. */
@Transactional
public abstract class OwnPeopleList<R> implements DeskList<R> {

    private final Listing<R> list;
    private final Viewing.What page;
    private final Viewing.What file;
    private final Function<R, Long> whose;

    @Inject
    private MembershipService memberships;

    @Inject
    private Viewings viewings;

    @Inject
    private DeskQueries queries;

    /** @param whose the person a row is about */
    protected OwnPeopleList(Listing<R> list, Viewing.What page, Viewing.What file, Function<R, Long> whose) {
        this.list = list;
        this.page = page;
        this.file = file;
        this.whose = whose;
    }

    @Override
    public Persons<R> persons() {
        return new Persons<>(file, whose);
    }

    @Override
    public Listing<R> listing() {
        return list;
    }

    /** Values of the statement beside the company's. */
    protected Map<String, Object> values() {
        return Map.of();
    }

    @Override
    @UseCase(allow = Role.COMPANY, changes = false)
    public ListedRows<R> find(Asked asked, String of) {
        ListedRows<R> found = queries.page(list, asked, scope());
        viewings.opened(page, "", found.rows().stream().map(whose).distinct().toList());
        return found;
    }

    @Override
    @UseCase(allow = Role.COMPANY)
    public void each(Asked asked, String of, Consumer<R> reader) {
        queries.each(list, asked, scope(), reader);
    }

    private Map<String, Object> scope() {
        Map<String, Object> scope = new HashMap<>(values());
        scope.put("company", memberships.own().company().id());
        return scope;
    }
}
