package tsunagu.company;

import jakarta.transaction.Transactional;
import java.util.List;
import java.util.function.Consumer;
import tsunagu.desk.Asked;
import tsunagu.desk.DeskList;
import tsunagu.desk.ListedRows;
import tsunagu.desk.Listing;
import tsunagu.desk.RowsInHand;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** Rows of the own company that its room works out as a whole ({@link RowsInHand}): which company that is, the room's service says. */
@Transactional
public abstract class OwnRowsList<R> implements DeskList<R> {

    private final Listing<R> list;

    protected OwnRowsList(Listing<R> list) {
        this.list = list;
    }

    /** @param of what the whole list belongs to; "" where it belongs to the company only */
    protected abstract List<R> rows(String of);

    /** What is shown of people is written down by who has such a list, where the room's service does not. */
    protected void seen(List<R> rows) {}

    @Override
    public Listing<R> listing() {
        return list;
    }

    @Override
    @UseCase(allow = Role.COMPANY, changes = false)
    public ListedRows<R> find(Asked asked, String of) {
        ListedRows<R> found = RowsInHand.page(list, asked, rows(of));
        seen(found.rows());
        return found;
    }

    @Override
    @UseCase(allow = Role.COMPANY)
    public void each(Asked asked, String of, Consumer<R> reader) {
        RowsInHand.each(list, asked, rows(of), reader);
    }
}
