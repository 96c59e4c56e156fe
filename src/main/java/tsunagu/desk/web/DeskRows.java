package tsunagu.desk.web;

import java.util.List;
import java.util.Map;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/**
 * A list as PrimeFaces' table asks for it: its count and one page of rows. Order, filters and page are those of the address
 * ({@link Desk}); the table is given what the database found and sorts nothing itself.
 */
public class DeskRows<R> extends LazyDataModel<Desk.Line<R>> {

    private static final long serialVersionUID = 1L;

    private final transient Desk<R> desk;

    DeskRows(Desk<R> desk) {
        this.desk = desk;
    }

    Desk<R> desk() {
        return desk;
    }

    @Override
    public int count(Map<String, FilterMeta> filters) {
        return desk.lines().size();
    }

    @Override
    public List<Desk.Line<R>> load(
            int first, int most, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
        return desk.lines();
    }
}
