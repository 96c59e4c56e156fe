package tsunagu.desk;

import java.util.List;

/**
 * A page of a list.
 *
 * @param total rows on all pages
 * @param page the one these rows are of: the last, where one beyond it was asked for
 */
public record ListedRows<R>(long total, int page, List<R> rows) {}
