/**
 * How the lists of the desks are made: a list is one statement and one definition of its columns ({@link tsunagu.desk.Listing}), from which
 * come the table, its filters, orders and pages, the files and the views that people keep (decision 0038).
 *
 * <p>Not inside: what is listed. Each room says that for itself by a {@link tsunagu.desk.DeskList} and knows this room; this room knows
 * none of them.
 */
package tsunagu.desk;
